package io.secplat.api.health;

import io.secplat.runtime.Dependency;
import io.secplat.runtime.DependencyWatches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether OpenSearch answers; every role does without it for a while, so it is never down. */
@Readiness
@ApplicationScoped
public class OpenSearchReadiness implements HealthCheck {

    @Inject
    DependencyWatches watches;

    @Override
    public HealthCheckResponse call() {
        return watches.check(Dependency.OPENSEARCH);
    }
}
