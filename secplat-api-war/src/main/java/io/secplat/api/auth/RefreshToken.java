package io.secplat.api.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A refresh token as it is stored: its hash, never itself.
 *
 * @param hash hex SHA-256 of the opaque token
 */
public record RefreshToken(String hash, Instant issuedAt, Instant expiresAt) {

    /** The hash by which a presented token is found. */
    public static String hashOf(String opaque) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(opaque.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
