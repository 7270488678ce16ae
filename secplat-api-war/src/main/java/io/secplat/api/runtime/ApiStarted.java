package io.secplat.api.runtime;

import io.secplat.runtime.Role;
import io.secplat.runtime.Roles;
import io.secplat.runtime.Since;
import io.secplat.runtime.StartSequence;
import io.secplat.runtime.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Up once the schema and the first content are there; tells which step the start waits for. */
@Startup
@Readiness
@ApplicationScoped
public class ApiStarted implements HealthCheck {

    private static final String NAME = "start";

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
        StartSequence start = launcher.startSequence();
        boolean done = start.isDone();
        String what = done ? "the start is over" : "the start is under way";
        return new Verdict(done, false, what, since.of(done, clock.instant()), start.lastError())
                .as(NAME, Map.of("step", start.current()));
    }
}
