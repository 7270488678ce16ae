package io.secplat.api.auth.postgres;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.postgres.AuditTable;
import io.secplat.api.auth.Client;
import io.secplat.api.auth.RefreshToken;
import io.secplat.api.auth.Sessions;
import io.secplat.api.auth.User;
import io.secplat.api.postgres.Database;
import io.secplat.contracts.json.JsonWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The tables {@code auth_refresh_tokens} and {@code auth_revoked_tokens}. */
public final class PostgresSessions implements Sessions {

    private final Database database;

    public PostgresSessions(Database database) {
        this.database = database;
    }

    @Override
    public void begin(User user, UUID family, RefreshToken first, Client client) {
        database.change(handle -> {
            RefreshTokenRows.insert(handle, user, family, first, client);
            audit(handle, "login", user.userName(), client);
        });
    }

    @Override
    public Optional<Rotated> rotate(String usedHash, RefreshToken successor, Client client) {
        return database.inTransaction(handle ->
                RefreshTokenRows.lock(handle, usedHash).flatMap(row -> rotate(handle, row, successor, client)));
    }

    private static Optional<Rotated> rotate(
            Handle handle, RefreshTokenRows.Row row, RefreshToken successor, Client client) {
        if (row.wasRotated()) {
            RefreshTokenRows.revokeFamily(handle, row.family(), "replayed");
            audit(handle, "token.replay", row.userName(), client);
            return Optional.empty();
        }
        if (row.isRevoked()) {
            return Optional.empty();
        }
        if (!row.expiresAt().isAfter(successor.issuedAt())) {
            RefreshTokenRows.revoke(handle, row.id(), "expired", null);
            return Optional.empty();
        }
        Optional<User> user = PostgresUsers.find(handle, row.userName()).filter(known -> !known.disabled());
        user.ifPresent(known -> {
            RefreshTokenRows.revoke(handle, row.id(), "rotated", successor.hash());
            RefreshTokenRows.insert(handle, known, row.family(), successor, client);
            audit(handle, "token.refresh", row.userName(), client);
        });
        return user.map(known -> new Rotated(known, row.family()));
    }

    @Override
    public void end(EndedToken token, Client client) {
        database.change(handle -> {
            token.family().forEach(family -> RefreshTokenRows.revokeFamily(handle, family, "logout"));
            int unused = handle.createUpdate(
                            """
                            INSERT INTO auth_revoked_tokens (jti, username, expires_at)
                            VALUES (:jti, :user, :expires) ON CONFLICT DO NOTHING
                            """)
                    .bind("jti", token.jti())
                    .bind("user", token.userName())
                    .bind("expires", token.expiresAt())
                    .execute();
            audit(handle, "logout", token.userName(), client);
        });
    }

    @Override
    public Optional<UUID> familyOf(String hash, String userName) {
        return database.read(handle -> handle.createQuery(
                        "SELECT family_id FROM auth_refresh_tokens WHERE token_hash = :hash AND username = :user")
                .bind("hash", hash)
                .bind("user", userName)
                .mapTo(UUID.class)
                .findOne());
    }

    @Override
    public Optional<UUID> liveFamily(String hash, String userName, Instant now) {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT family_id FROM auth_refresh_tokens
                        WHERE token_hash = :hash AND username = :user AND revoked_at IS NULL AND expires_at > :now
                        """)
                .bind("hash", hash)
                .bind("user", userName)
                .bind("now", now)
                .mapTo(UUID.class)
                .findOne());
    }

    @Override
    public void leave(String hash, Client client) {
        database.change(handle -> RefreshTokenRows.lock(handle, hash)
                .filter(row -> !row.isRevoked())
                .ifPresent(row -> {
                    RefreshTokenRows.revokeFamily(handle, row.family(), "logout");
                    audit(handle, "logout", row.userName(), client);
                }));
    }

    @Override
    public int purge(Instant now) {
        return database.inTransaction(handle -> handle.createUpdate(
                                "DELETE FROM auth_refresh_tokens WHERE expires_at < :now::timestamptz - interval '30 days'")
                        .bind("now", now)
                        .execute()
                + handle.createUpdate("DELETE FROM auth_revoked_tokens WHERE expires_at < :now")
                        .bind("now", now)
                        .execute());
    }

    private static void audit(Handle handle, String action, String userName, Client client) {
        AuditTable.append(
                handle,
                new AuditEntry(
                        action,
                        userName,
                        null,
                        new JsonWriter().put("address", client.address()).build(),
                        client.requestId()));
    }
}
