package io.secplat.api.auth;

import org.jspecify.annotations.Nullable;

/** Where a sign-in comes from. */
public record Client(String address, @Nullable String userAgent, String requestId) {

    private static final int LONGEST_USER_AGENT = 512;

    public Client {
        if (userAgent != null && userAgent.length() > LONGEST_USER_AGENT) {
            userAgent = userAgent.substring(0, LONGEST_USER_AGENT);
        }
    }
}
