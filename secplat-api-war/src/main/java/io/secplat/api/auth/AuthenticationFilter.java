package io.secplat.api.auth;

import io.secplat.api.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lets a call pass when its token is verified, the token still counts, a cookie was not used from foreign
 * pages, and its role may make the call. What declares no permission is closed.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {

    @Inject
    Standing standing;

    @Inject
    Bearers bearers;

    @Inject
    SameOrigin sameOrigin;

    @Context
    ResourceInfo resource;

    @Context
    HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (declared(PermitAll.class).isPresent()) {
            return;
        }
        Bearer bearer = bearers.of(request)
                .filter(standing::isGood)
                .orElseThrow(
                        Bearers.sent(request)
                                ? ProblemType.INVALID_TOKEN::because
                                : ProblemType.NOT_AUTHENTICATED::because);
        sameOrigin.check(request);
        String role = bearer.caller().role().wire();
        if (declared(RolesAllowed.class).stream()
                .flatMap(allowed -> Arrays.stream(allowed.value()))
                .noneMatch(role::equals)) {
            throw ProblemType.FORBIDDEN.because();
        }
        if (!Bearers.hasHeader(request)) {
            bearer.caller().remember(request);
            context.setSecurityContext(new SessionContext(bearer.caller(), request.isSecure()));
        }
    }

    /** The method's own declaration comes before its class's. */
    private <A extends Annotation> Optional<A> declared(Class<A> permission) {
        A own = resource.getResourceMethod().getAnnotation(permission);
        boolean methodDecides = resource.getResourceMethod().isAnnotationPresent(PermitAll.class)
                || resource.getResourceMethod().isAnnotationPresent(RolesAllowed.class);
        return methodDecides
                ? Optional.ofNullable(own)
                : Optional.ofNullable(resource.getResourceClass().getAnnotation(permission));
    }
}
