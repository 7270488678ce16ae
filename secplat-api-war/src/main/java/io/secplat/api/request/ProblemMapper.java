package io.secplat.api.request;

import io.secplat.api.problem.Problem;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemTranslation;
import io.secplat.api.problem.ProblemType;
import io.secplat.runtime.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** Answers every failure of a call as a problem, and logs once what nobody expected. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {

    @Inject
    Journal journal;

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        ProblemException problem = ProblemTranslation.of(failure);
        String requestId = RequestIds.of(request);
        if (problem.type() == ProblemType.UNEXPECTED) {
            journal.error("http.request", "failed", failure, Map.of("path", request.getRequestURI()));
        }
        return answer(problem, request.getRequestURI(), requestId);
    }

    /** The answer to a call of that path. */
    public static Response answer(ProblemException problem, String path, String requestId) {
        Response.ResponseBuilder answer = Response.status(problem.type().status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(problem, path, requestId).toJson().toString());
        if (problem.type().status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        problem.headers().forEach(answer::header);
        return answer.build();
    }
}
