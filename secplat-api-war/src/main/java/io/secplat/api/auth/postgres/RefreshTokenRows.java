package io.secplat.api.auth.postgres;

import io.secplat.api.auth.Client;
import io.secplat.api.auth.RefreshToken;
import io.secplat.api.auth.User;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The statements on {@code auth_refresh_tokens}. */
final class RefreshTokenRows {

    /** A token that somebody presented. */
    record Row(long id, UUID family, String userName, Instant expiresAt, @Nullable String revokedReason) {

        boolean isRevoked() {
            return revokedReason != null;
        }

        boolean wasRotated() {
            return "rotated".equals(revokedReason);
        }
    }

    private RefreshTokenRows() {}

    /** The row of that hash, held until the transaction ends. */
    static Optional<Row> lock(Handle handle, String hash) {
        return handle.createQuery(
                        """
                        SELECT id, family_id, username, expires_at, revoked_reason
                        FROM auth_refresh_tokens WHERE token_hash = :hash FOR UPDATE
                        """)
                .bind("hash", hash)
                .map((row, context) -> new Row(
                        row.getLong("id"),
                        row.getObject("family_id", UUID.class),
                        row.getString("username"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        row.getString("revoked_reason")))
                .findOne();
    }

    static void insert(Handle handle, User user, UUID family, RefreshToken token, Client client) {
        int unused = handle.createUpdate(
                        """
                        INSERT INTO auth_refresh_tokens
                            (token_hash, family_id, username, role, issued_at, expires_at, client_ip, user_agent)
                        VALUES (:hash, :family, :user, :role, :issued, :expires, :address, :agent)
                        """)
                .bind("hash", token.hash())
                .bind("family", family)
                .bind("user", user.userName())
                .bind("role", user.role().wire())
                .bind("issued", token.issuedAt())
                .bind("expires", token.expiresAt())
                .bind("address", client.address())
                .bind("agent", client.userAgent())
                .execute();
    }

    static void revoke(Handle handle, long id, String reason, @Nullable String replacedBy) {
        int unused = handle.createUpdate(
                        """
                        UPDATE auth_refresh_tokens
                        SET revoked_at = now(), revoked_reason = :reason, replaced_by_hash = :next
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("reason", reason)
                .bind("next", replacedBy)
                .execute();
    }

    static void revokeFamily(Handle handle, UUID family, String reason) {
        int unused = handle.createUpdate(
                        """
                        UPDATE auth_refresh_tokens SET revoked_at = now(), revoked_reason = :reason
                        WHERE family_id = :family AND revoked_at IS NULL
                        """)
                .bind("family", family)
                .bind("reason", reason)
                .execute();
    }

    static void revokeAllOf(Handle handle, String userName) {
        int unused = handle.createUpdate(
                        """
                        UPDATE auth_refresh_tokens SET revoked_at = now(), revoked_reason = 'revoked'
                        WHERE username = :user AND revoked_at IS NULL
                        """)
                .bind("user", userName)
                .execute();
    }
}
