package io.secplat.api.auth.jwt;

import io.secplat.runtime.Role;
import io.secplat.runtime.StartStep;

/** Reads the signing key before anything else, so that a missing one stops the start and not the first login. */
public record SigningKeyStep(KeyRing keys) implements StartStep {

    @Override
    public Role role() {
        return Role.API;
    }

    @Override
    public String name() {
        return "signing-key";
    }

    @Override
    public int order() {
        return SETTINGS;
    }

    @Override
    public void run() {
        SigningKey unused = keys.signing();
    }
}
