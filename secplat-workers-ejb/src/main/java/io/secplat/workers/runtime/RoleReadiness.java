package io.secplat.workers.runtime;

import io.secplat.runtime.Roles;
import io.secplat.runtime.WorkerReadiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every loop of this server's worker roles runs and is not stuck. */
@Readiness
@ApplicationScoped
public class RoleReadiness implements HealthCheck {

    @Inject
    private RoleLauncher launcher;

    @Inject
    private Roles roles;

    @Inject
    private Clock clock;

    @Override
    public HealthCheckResponse call() {
        return WorkerReadiness.of("workers:" + roles.label(), launcher.states(), clock.instant());
    }
}
