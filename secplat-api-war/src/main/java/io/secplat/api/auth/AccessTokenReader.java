package io.secplat.api.auth;

import java.util.Optional;

/** Reads an access token that did not come in the header, where the container looks. */
@FunctionalInterface
public interface AccessTokenReader {

    /** Empty when it is none of ours, was changed, or has expired. */
    Optional<Bearer> read(String token, String requestId);
}
