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
            try {
                return handle.createQuery("SELECT 1").mapTo(Integer.class).one();
            } finally {
                restore(connection, usual);
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /** Others get the connection next, unless it is broken: then the pool throws it away. */
    private static void restore(Connection connection, int usual) throws SQLException {
        if (!connection.isClosed()) {
            connection.setNetworkTimeout(Runnable::run, usual);
        }
    }
}
