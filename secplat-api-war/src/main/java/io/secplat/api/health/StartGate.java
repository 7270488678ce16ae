package io.secplat.api.health;

import io.secplat.api.problem.ProblemType;
import io.secplat.api.runtime.ApiLauncher;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Answers 503 until schema and first content are there; only whether the API is alive and ready is told before. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION - 100)
public class StartGate implements ContainerRequestFilter {

    private static final Set<Class<?>> ALWAYS_OPEN = Set.of(HealthResource.class, ReadyResource.class);

    @Inject
    ApiLauncher launcher;

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext context) {
        if (!launcher.startSequence().isDone() && !ALWAYS_OPEN.contains(resource.getResourceClass())) {
            throw ProblemType.STARTING.because();
        }
    }
}
