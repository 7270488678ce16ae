package io.secplat.api.health;

import io.secplat.runtime.Dependency;
import io.secplat.runtime.DependencyWatches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down while the API is among the roles and PostgreSQL does not answer. */
@Readiness
@ApplicationScoped
public class PostgresReadiness implements HealthCheck {

    @Inject
    DependencyWatches watches;

    @Override
    public HealthCheckResponse call() {
        return watches.check(Dependency.POSTGRES);
    }
}
