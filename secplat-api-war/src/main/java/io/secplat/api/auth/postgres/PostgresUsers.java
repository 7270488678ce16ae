package io.secplat.api.auth.postgres;

import io.secplat.api.auth.User;
import io.secplat.api.auth.Users;
import io.secplat.api.postgres.Database;
import io.secplat.api.request.AccessRole;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table {@code users}. */
public final class PostgresUsers implements Users {

    private final Database database;

    public PostgresUsers(Database database) {
        this.database = database;
    }

    @Override
    public Optional<User> find(String userName) {
        return database.read(handle -> find(handle, userName));
    }

    static Optional<User> find(Handle handle, String userName) {
        return handle.createQuery("SELECT username, role, password_hash, disabled FROM users WHERE username = :name")
                .bind("name", userName)
                .map((row, context) -> new User(
                        row.getString("username"),
                        AccessRole.of(row.getString("role")).orElseThrow(),
                        row.getString("password_hash"),
                        row.getBoolean("disabled")))
                .findOne();
    }

    @Override
    public boolean createFirst(List<User> users) {
        return database.inTransaction(handle -> {
            handle.execute("LOCK TABLE users IN EXCLUSIVE MODE");
            boolean empty = handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM users)")
                    .mapTo(Boolean.class)
                    .one();
            if (empty) {
                insert(handle, users);
            }
            return empty;
        });
    }

    private static void insert(Handle handle, List<User> users) {
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO users (username, role, password_hash, disabled) VALUES (:name, :role, :hash, :disabled)");
        for (User user : users) {
            batch.bind("name", user.userName())
                    .bind("role", user.role().wire())
                    .bind("hash", user.passwordHash())
                    .bind("disabled", user.disabled())
                    .add();
        }
        int[] unused = batch.execute();
    }
}
