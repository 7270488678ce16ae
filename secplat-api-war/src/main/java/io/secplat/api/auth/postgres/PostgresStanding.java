package io.secplat.api.auth.postgres;

import io.secplat.api.auth.Bearer;
import io.secplat.api.auth.Standing;
import io.secplat.api.postgres.Database;

/**
 * Looks at the user and the revocations in one statement. Times in tokens are whole seconds, so {@code tokens_valid_after}
 * is compared by the second; the end of a session tells apart what happened within one.
 */
public record PostgresStanding(Database database) implements Standing.Lookup {

    @Override
    public boolean isGood(Bearer bearer) {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT EXISTS (
                            SELECT 1 FROM users
                            WHERE username = :user AND role = :role AND NOT disabled
                              AND (tokens_valid_after IS NULL OR date_trunc('second', tokens_valid_after) <= :issued))
                          AND NOT EXISTS (SELECT 1 FROM auth_revoked_tokens WHERE jti = :jti)
                          AND NOT EXISTS (
                            SELECT 1 FROM auth_refresh_tokens
                            WHERE family_id = CAST(:family AS uuid) AND revoked_reason IN ('revoked', 'replayed', 'logout'))
                        """)
                .bind("user", bearer.userName())
                .bind("role", bearer.caller().role().wire())
                .bind("issued", bearer.issuedAt())
                .bind("jti", bearer.jti())
                .bind("family", bearer.family().orElse(null))
                .mapTo(Boolean.class)
                .one());
    }
}
