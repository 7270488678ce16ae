package io.secplat.api.runtime;

import io.secplat.runtime.Since;
import io.secplat.runtime.WorkerLiveness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down when one of the API's own loops hangs. It never looks at other systems. */
@Liveness
@ApplicationScoped
public class ApiLiveness implements HealthCheck {

    private final Since since = new Since();

    @Inject
    private ApiLauncher launcher;

    @Inject
    private Clock clock;

    @Override
    public HealthCheckResponse call() {
        return WorkerLiveness.verdict(launcher.states(), since, clock.instant()).as("api-loops");
    }
}
