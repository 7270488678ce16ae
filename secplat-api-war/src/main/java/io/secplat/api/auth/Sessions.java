package io.secplat.api.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Remembers who is signed in: families of refresh tokens, and access tokens that were given back early. */
public interface Sessions {

    /** What became of a token that was presented for rotation: whose it is and which family goes on. */
    record Rotated(User user, UUID family) {}

    /** Begins a family with its first token, and reports {@code login}. */
    void begin(User user, UUID family, RefreshToken first, Client client);

    /**
     * Uses a token up and puts its successor in its place. Empty when the token is unknown, expired or revoked, or its user
     * is not enabled; a token that was used before revokes its family, since one of its two holders stole it.
     */
    Optional<Rotated> rotate(String usedHash, RefreshToken successor, Client client);

    /** Ends a family and one access token before its time, and reports {@code logout}. */
    void end(EndedToken token, Client client);

    /** The family of a refresh token of that user. */
    Optional<UUID> familyOf(String hash, String userName);

    /** The family of a refresh token of that user that could still be used. */
    Optional<UUID> liveFamily(String hash, String userName, Instant now);

    /** Ends the family of a refresh token, and reports {@code logout}, unless it is unknown or has ended before. */
    void leave(String hash, Client client);

    /** Removes what expired long ago; returns how many rows. */
    int purge(Instant now);

    /**
     * An access token that shall count no more.
     *
     * @param family the sessions to end with it
     */
    record EndedToken(String jti, String userName, Instant expiresAt, java.util.Set<UUID> family) {}
}
