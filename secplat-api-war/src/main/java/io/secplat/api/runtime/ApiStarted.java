package io.secplat.api.runtime;

import io.secplat.runtime.Role;
import io.secplat.runtime.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Up once the schema and the first content are there; tells which step the start waits for. */
@Startup
@Readiness
@ApplicationScoped
public class ApiStarted implements HealthCheck {

    @Inject
    private ApiLauncher launcher;

    @Inject
    private Roles roles;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("start")
                .withData("step", launcher.startSequence().current())
                .status(!roles.has(Role.API) || launcher.startSequence().isDone())
                .build();
    }
}
