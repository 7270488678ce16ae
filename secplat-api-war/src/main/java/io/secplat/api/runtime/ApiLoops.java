package io.secplat.api.runtime;

import io.secplat.runtime.WorkerReadiness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when every loop of the API runs and is not stuck; a server without role api has none. */
@Readiness
@ApplicationScoped
public class ApiLoops implements HealthCheck {

    @Inject
    private ApiLauncher launcher;

    @Inject
    private Clock clock;

    @Override
    public HealthCheckResponse call() {
        return WorkerReadiness.of("loops:api", launcher.states(), clock.instant());
    }
}
