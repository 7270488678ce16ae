package io.secplat.api.auth.postgres;

import io.secplat.api.auth.User;
import io.secplat.api.auth.UserAccount;
import io.secplat.api.auth.UserChange;
import io.secplat.api.request.AccessRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The statements of administrators on {@code users}. */
final class UserAccountRows {

    private static final String SEEN =
            "username, role, disabled, password_hash IS NOT NULL AS has_password, created_at";

    private UserAccountRows() {}

    static UserAccount account(ResultSet row, StatementContext context) throws SQLException {
        return new UserAccount(
                row.getString("username"),
                AccessRole.of(row.getString("role")).orElseThrow(),
                row.getBoolean("disabled"),
                row.getBoolean("has_password"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    static List<UserAccount> page(Handle handle, int limit, String after) {
        return handle.createQuery(
                        "SELECT " + SEEN + " FROM users WHERE username > :after ORDER BY username LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map(UserAccountRows::account)
                .list();
    }

    /** Empty when the name is taken. */
    static Optional<UserAccount> insert(Handle handle, User user) {
        return handle.createQuery(
                        """
                        INSERT INTO users (username, role, password_hash, disabled)
                        VALUES (:name, :role, :hash, :disabled)
                        ON CONFLICT (username) DO NOTHING RETURNING\s"""
                                + SEEN)
                .bind("name", user.userName())
                .bind("role", user.role().wire())
                .bind("hash", user.passwordHash())
                .bind("disabled", user.disabled())
                .map(UserAccountRows::account)
                .findOne();
    }

    /** The user and all enabled admins, held until the transaction ends, always in the same order. */
    static List<UserAccount> lockWithEnabledAdmins(Handle handle, String userName) {
        return handle.createQuery(
                        "SELECT " + SEEN
                                + """

                        FROM users WHERE username = :name OR (role = 'admin' AND NOT disabled)
                        ORDER BY id FOR UPDATE
                        """)
                .bind("name", userName)
                .map(UserAccountRows::account)
                .list();
    }

    static UserAccount update(Handle handle, String userName, UserChange change, Instant now) {
        return handle.createQuery(
                        """
                        UPDATE users SET role = coalesce(:role, role), disabled = coalesce(:disabled, disabled),
                               password_hash = coalesce(:hash, password_hash), updated_at = :now,
                               tokens_valid_after = CASE WHEN :ends THEN :now ELSE tokens_valid_after END
                        WHERE username = :name RETURNING\s"""
                                + SEEN)
                .bind("role", change.role().map(AccessRole::wire).orElse(null))
                .bind("disabled", change.disabled().orElse(null))
                .bind("hash", change.passwordHash().orElse(null))
                .bind("ends", change.endsSessions())
                .bind("now", now)
                .bind("name", userName)
                .map(UserAccountRows::account)
                .one();
    }
}
