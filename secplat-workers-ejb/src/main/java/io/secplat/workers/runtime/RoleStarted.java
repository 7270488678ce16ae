package io.secplat.workers.runtime;

import io.secplat.runtime.Since;
import io.secplat.runtime.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Up once the settings of this server's worker roles are checked and their loops were given threads. */
@Startup
@ApplicationScoped
public class RoleStarted implements HealthCheck {

    private final Since since = new Since();

    @Inject
    private RoleLauncher launcher;

    @Inject
    private Clock clock;

    /** The launcher is there only when its start succeeded. */
    @Override
    public HealthCheckResponse call() {
        Instant now = clock.instant();
        int loops = launcher.states().size();
        return new Verdict(true, false, loops + " loops were started", since.of(true, now), null).as("worker-start");
    }
}
