package io.secplat.workers.runtime;

import io.secplat.runtime.Role;
import io.secplat.runtime.Roles;
import io.secplat.runtime.WorkerReadiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every loop of this server's worker roles runs and is not stuck. A server without such a role says so. */
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
        String names = roles.active().stream()
                .filter(role -> role != Role.API)
                .map(Role::wire)
                .sorted()
                .collect(Collectors.joining("+"));
        return names.isEmpty()
                ? HealthCheckResponse.named("workers")
                        .withData("role", "off")
                        .up()
                        .build()
                : WorkerReadiness.of("workers:" + names, launcher.states(), clock.instant());
    }
}
