package io.secplat.guard;

import io.secplat.runtime.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One guard for the server: the machine's resolver, the networks of SECPLAT_ALLOWED_NETWORKS, the JDK's authorities. */
@ApplicationScoped
public class GuardWiring {

    private final AtomicBoolean announced = new AtomicBoolean();

    /** Says at start which networks are opened, since that is a decision to know about. */
    void announce(
            @Observes @Initialized(ApplicationScoped.class) Object started, AllowedNetworks allowed, Journal journal) {
        if (!allowed.networks().isEmpty() && announced.compareAndSet(false, true)) {
            journal.warn("guard.start", "private_networks_allowed", Map.of("networks", allowed.networks()));
        }
    }

    @Produces
    AllowedNetworks allowedNetworks(@ConfigProperty(name = "SECPLAT_ALLOWED_NETWORKS") Optional<String> setting) {
        return setting.map(AllowedNetworks::parse).orElse(AllowedNetworks.NONE);
    }

    @Produces
    @Singleton
    SystemResolver resolver() {
        return new SystemResolver();
    }

    void close(@Disposes SystemResolver resolver) {
        resolver.close();
    }

    @Produces
    @Singleton
    TargetGuard guard(
            AllowedNetworks allowed,
            @ConfigProperty(name = "SECPLAT_ALLOWED_PORTS") Optional<String> ports,
            SystemResolver resolver) {
        return new TargetGuard(allowed, ports.map(AllowedPorts::parse).orElse(AllowedPorts.WEB), resolver);
    }

    /** One for the process, so that all scans together keep the pace. */
    @Produces
    @Singleton
    GuardedConnections connections(
            TargetGuard guard,
            Clock clock,
            @ConfigProperty(name = "MAX_REQUESTS_PER_SECOND", defaultValue = "" + Pace.DEFAULT_PER_SECOND)
                    int perSecond) {
        return new GuardedConnections(guard, TrustedRoots.ofSystem(), clock, Pace.of(perSecond));
    }

    void close(@Disposes GuardedConnections connections) {
        connections.close();
    }

    @Produces
    @Singleton
    GuardedHttp http(GuardedConnections connections) {
        return new GuardedHttp(connections);
    }
}
