package io.secplat.api.request;

import io.secplat.api.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Refuses an {@code Accept} header with a weight that is none: the container would take it for a failure of its own. */
@Provider
@PreMatching
@ApplicationScoped
public class AcceptCheck implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext context) {
        boolean readable = context.getAcceptableMediaTypes().stream()
                .flatMap(type -> Optional.ofNullable(type.getParameters().get("q")).stream())
                .allMatch(AcceptCheck::isWeight);
        if (!readable) {
            throw ProblemType.MALFORMED_REQUEST.because();
        }
    }

    /** A number from 0 to 1. */
    static boolean isWeight(String text) {
        try {
            float weight = Float.parseFloat(text);
            return weight >= 0 && weight <= 1;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
