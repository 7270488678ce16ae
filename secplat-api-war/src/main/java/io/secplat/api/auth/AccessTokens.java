package io.secplat.api.auth;

import java.util.UUID;

/** Makes access tokens, which live for minutes and are checked without a look into the database. */
@FunctionalInterface
public interface AccessTokens {

    /** A signed token for the user, within the session of that family of refresh tokens. */
    String issue(User user, UUID family);
}
