package io.secplat.api.runtime;

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

/** Tells how the API's own loops do. They start themselves again and no call waits for them, so the server stays in service. */
@Readiness
@ApplicationScoped
public class ApiReadiness implements HealthCheck {

    private static final String NAME = "api-loops-run";

    private final Since since = new Since();

    @Inject
    private ApiLauncher launcher;

    @Inject
    private Roles roles;

    @Inject
    private Clock clock;

    @Override
    public HealthCheckResponse call() {
        if (!roles.has(Role.API)) {
            return Verdict.off(NAME);
        }
        Instant now = clock.instant();
        List<WorkerState> states = launcher.states();
        return WorkerReadiness.verdict(states, false, since, now).as(NAME, WorkerReadiness.each(states, now));
    }
}
