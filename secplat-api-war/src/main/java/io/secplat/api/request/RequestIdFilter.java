package io.secplat.api.request;

import io.secplat.contracts.trace.TraceContext;
import io.secplat.runtime.CurrentRequest;
import io.secplat.runtime.CurrentTrace;
import io.secplat.runtime.IdSource;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Gives every call its request id, on every answer, and its trace; both in every log line of the thread that works for it. */
@WebFilter(filterName = "request-id", urlPatterns = "/*", asyncSupported = true)
public class RequestIdFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient IdSource ids;

    @Override
    @SuppressWarnings("try")
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = RequestIds.accepted(request.getHeader(RequestIds.HEADER))
                .orElseGet(() -> ids.next().toString());
        RequestIds.remember(request, id);
        response.setHeader(RequestIds.HEADER, id);
        Optional<TraceContext> trace = Optional.of(TraceHeaders.of(request, ids));
        try (CurrentRequest.Scope current = CurrentRequest.begin(id);
                CurrentTrace.Scope within = CurrentTrace.begin(trace)) {
            chain.doFilter(request, response);
        }
    }
}
