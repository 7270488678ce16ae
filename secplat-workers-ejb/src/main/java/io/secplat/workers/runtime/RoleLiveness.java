package io.secplat.workers.runtime;

import io.secplat.runtime.Since;
import io.secplat.runtime.WorkerLiveness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down when a loop of this server's worker roles hangs. It never looks at other systems. */
@Liveness
@ApplicationScoped
public class RoleLiveness implements HealthCheck {

    private final Since since = new Since();

    @Inject
    private RoleLauncher launcher;

    @Inject
    private Clock clock;

    @Override
    public HealthCheckResponse call() {
        return WorkerLiveness.verdict(launcher.states(), since, clock.instant()).as("worker-loops");
    }
}
