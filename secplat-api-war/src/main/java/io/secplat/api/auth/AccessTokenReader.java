package io.secplat.api.auth;

import java.util.Optional;

/** Reads an access token that somebody hands over to be kept, instead of calling with it. */
@FunctionalInterface
public interface AccessTokenReader {

    /** Empty when it is none of ours, was changed, or has expired. */
    Optional<Bearer> read(String token, String requestId);
}
