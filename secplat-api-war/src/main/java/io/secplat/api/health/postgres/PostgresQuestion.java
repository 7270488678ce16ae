package io.secplat.api.health.postgres;

import io.secplat.api.postgres.Database;
import io.secplat.runtime.DependencyWatch;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;

/** Postgres is there when it answers the smallest question in time; a connection that does not is given up. */
public record PostgresQuestion(Database database) implements DependencyWatch.Question {

    private static final int PATIENCE = (int) DependencyWatch.PATIENCE.toMillis();

    @Override
    public void ask() {
        int unused = database.read(PostgresQuestion::one);
    }

    private static int one(Handle handle) {
        Connection connection = handle.getConnection();
        try {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, PATIENCE);
            int one = handle.createQuery("SELECT 1").mapTo(Integer.class).one();
            connection.setNetworkTimeout(Runnable::run, usual);
            return one;
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }
}
