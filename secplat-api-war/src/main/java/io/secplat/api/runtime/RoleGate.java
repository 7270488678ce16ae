package io.secplat.api.runtime;

import io.secplat.runtime.Role;
import io.secplat.runtime.Roles;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** In a server without the role {@code api} neither the API nor the website exists: every path is 404. */
public class RoleGate extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Roles roles;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (roles.has(Role.API)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
