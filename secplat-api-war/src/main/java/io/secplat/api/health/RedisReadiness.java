package io.secplat.api.health;

import io.secplat.runtime.Dependency;
import io.secplat.runtime.DependencyWatches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down while a role that reads a stream has no Redis; the API and ingestion do without it for a while. */
@Readiness
@ApplicationScoped
public class RedisReadiness implements HealthCheck {

    @Inject
    DependencyWatches watches;

    @Override
    public HealthCheckResponse call() {
        return watches.check(Dependency.REDIS);
    }
}
