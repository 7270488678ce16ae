package io.secplat.api.request;

import io.secplat.runtime.IdSource;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives every call its request id, and every answer the header that tells it. */
@WebFilter(filterName = "request-id", urlPatterns = "/*", asyncSupported = true)
public class RequestIdFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient IdSource ids;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = RequestIds.accepted(request.getHeader(RequestIds.HEADER))
                .orElseGet(() -> ids.next().toString());
        RequestIds.remember(request, id);
        response.setHeader(RequestIds.HEADER, id);
        chain.doFilter(request, response);
    }
}
