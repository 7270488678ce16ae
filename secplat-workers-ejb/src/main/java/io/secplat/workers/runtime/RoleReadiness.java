package io.secplat.workers.runtime;

import io.secplat.runtime.Role;
import io.secplat.runtime.Roles;
import io.secplat.runtime.Since;
import io.secplat.runtime.Verdict;
import io.secplat.runtime.WorkerReadiness;
import io.secplat.runtime.WorkerState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every loop of this server's worker roles runs and is not stuck. A server without such a role says so. */
@Readiness
@ApplicationScoped
public class RoleReadiness implements HealthCheck {

    private static final String NAME = "worker-loops-run";

    private final Since since = new Since();

    @Inject
    private RoleLauncher launcher;

    @Inject
    private Roles roles;

    @Inject
    private Clock clock;

    @Override
    public HealthCheckResponse call() {
        if (roles.active().stream().allMatch(role -> role == Role.API)) {
            return Verdict.off(NAME);
        }
        Instant now = clock.instant();
        List<WorkerState> states = launcher.states();
        return WorkerReadiness.verdict(states, true, since, now).as(NAME, WorkerReadiness.each(states, now));
    }
}
