package io.secplat.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Time, identity, roles and the journal of this server. */
@ApplicationScoped
public class RuntimeWiring {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    IdSource ids() {
        return UUID::randomUUID;
    }

    @Produces
    SecretSource secrets() {
        SecureRandom random = new SecureRandom();
        return length -> random.ints(length, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    /** There is no default: a server that is not told what it does must not do everything. */
    @Produces
    Roles roles(@ConfigProperty(name = "SECPLAT_ROLES") Optional<String> setting) {
        return Roles.parse(setting.orElse(""));
    }

    @Produces
    Journal journal(Roles roles, Clock clock) {
        return new Journal(roles.label(), clock, System.out);
    }
}
