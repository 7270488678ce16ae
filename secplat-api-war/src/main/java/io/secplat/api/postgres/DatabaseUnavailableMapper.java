package io.secplat.api.postgres;

import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.ProblemMapper;
import io.secplat.api.request.RequestIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers 503 while Postgres is away. */
@Provider
@ApplicationScoped
public class DatabaseUnavailableMapper implements ExceptionMapper<DatabaseUnavailableException> {

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(DatabaseUnavailableException failure) {
        return ProblemMapper.answer(
                ProblemType.DATABASE_AWAY.because(), request.getRequestURI(), RequestIds.of(request));
    }
}
