package io.secplat.api.auth;

import io.secplat.api.request.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;

/** Tells from a call where it comes from. */
record Clients(ClientAddress address) {

    Client of(HttpServletRequest request) {
        return new Client(address.of(request), request.getHeader(HttpHeaders.USER_AGENT), RequestIds.of(request));
    }
}
