package io.secplat.api.audit;

import io.secplat.runtime.Role;
import io.secplat.runtime.StartStep;
import java.util.function.Supplier;

/** Reads the keys before anything else, so that missing ones stop the start and not the first change. */
record AuditKeyStep(Supplier<AuditKeys> keys) implements StartStep {

    @Override
    public Role role() {
        return Role.API;
    }

    @Override
    public String name() {
        return "audit-key";
    }

    @Override
    public int order() {
        return SETTINGS;
    }

    @Override
    public void run() {
        AuditKeys unused = keys.get();
    }
}
