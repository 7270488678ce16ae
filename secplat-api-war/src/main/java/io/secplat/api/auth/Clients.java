package io.secplat.api.auth;

import io.secplat.api.request.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;

/** Tells from a call where it comes from. */
public final class Clients {

    private final ClientAddress address;

    Clients(ClientAddress address) {
        this.address = address;
    }

    Client of(HttpServletRequest request) {
        return new Client(address.of(request), request.getHeader(HttpHeaders.USER_AGENT), RequestIds.of(request));
    }

    /** By what the tries of a call's client are counted. */
    public String counted(HttpServletRequest request) {
        return ClientAddress.counted(address.of(request));
    }
}
