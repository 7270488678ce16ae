package io.secplat.api.health;

import io.secplat.api.queue.QueueHealth;
import io.secplat.api.runtime.ApiLauncher;
import io.secplat.runtime.Role;
import io.secplat.runtime.Roles;
import io.secplat.runtime.WorkerReadiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready when Postgres answers. Without OpenSearch or Redis the API still serves what it can, so their absence is told and
 * takes no server out of service; so is how its own loops do, which start themselves again. A server without role api asks nobody.
 */
@Readiness
@ApplicationScoped
public class ApiReadiness implements HealthCheck {

    @Inject
    Roles roles;

    @Inject
    Dependencies dependencies;

    @Inject
    QueueHealth queue;

    @Inject
    ApiLauncher launcher;

    @Inject
    Clock clock;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder check = HealthCheckResponse.named("api");
        if (!roles.has(Role.API)) {
            return check.withData("role", "off").up().build();
        }
        Dependencies.Report report = dependencies.ask();
        report.states().forEach((name, state) -> check.withData(name, state.wire()));
        check.withData("redis", queue.redis());
        WorkerReadiness.describe(check, launcher.states(), clock.instant());
        return check.status(report.isWell(Dependencies.POSTGRES)).build();
    }
}
