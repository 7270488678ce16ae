package io.secplat.api.request;

import io.secplat.api.problem.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Offers the caller of the current call for injection. */
@RequestScoped
public class RequestWiring {

    @Inject
    HttpServletRequest request;

    /** A call without a verified token is refused here at the latest. */
    @Produces
    Caller caller() {
        return Caller.of(request).orElseThrow(ProblemType.NOT_AUTHENTICATED::because);
    }
}
