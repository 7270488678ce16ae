package io.secplat.api.auth;

import io.secplat.runtime.Role;
import io.secplat.runtime.StartStep;

/** Refuses to start with half of the settings of a provider. */
record OidcStep(Runnable check) implements StartStep {

    @Override
    public Role role() {
        return Role.API;
    }

    @Override
    public String name() {
        return "oidc";
    }

    @Override
    public int order() {
        return SETTINGS;
    }

    @Override
    public void run() {
        check.run();
    }
}
