package io.secplat.api.request;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Counts the answers below {@code /api}; one that stays open counts when it has begun. */
@WebFilter(filterName = "request-count", urlPatterns = "/api/*", asyncSupported = true)
public class RequestCountFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int FAILED = 500;

    /** Callers can make up others, which must not become counters of their own. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Inject
    transient RequestCount count;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int status = FAILED;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
            count.answered(method, RouteFilter.of(request), status);
        }
    }
}
