package io.secplat.api.auth.postgres;

import io.secplat.api.auth.Bearer;
import io.secplat.api.auth.Standing;
import io.secplat.api.postgres.Database;

/** Looks at the user and the revocations in one statement. */
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
                        """)
                .bind("user", bearer.userName())
                .bind("role", bearer.caller().role().wire())
                .bind("issued", bearer.issuedAt())
                .bind("jti", bearer.jti())
                .mapTo(Boolean.class)
                .one());
    }
}
