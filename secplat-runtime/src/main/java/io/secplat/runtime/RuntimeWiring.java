package io.secplat.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Time, identity, roles and the journal of this server. */
@ApplicationScoped
public class RuntimeWiring {

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    IdSource ids() {
        return UUID::randomUUID;
    }

    @Produces
    Roles roles(@ConfigProperty(name = "SECPLAT_ROLES", defaultValue = "all") String setting) {
        return Roles.parse(setting);
    }

    @Produces
    Journal journal(Roles roles, Clock clock) {
        return new Journal(roles.label(), clock, System.out);
    }
}
