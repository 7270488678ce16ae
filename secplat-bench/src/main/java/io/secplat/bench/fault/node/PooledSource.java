package io.secplat.bench.fault.node;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections that are used again, as in a server, and that pass the failpoints around each commit. */
final class PooledSource {

    private final PGSimpleDataSource source;
    private final Failpoint failpoint;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    PooledSource(PGSimpleDataSource source, Failpoint failpoint) {
        this.source = source;
        this.failpoint = failpoint;
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getConnection") ? connection() : method.invoke(source, arguments));
    }

    private Connection connection() throws SQLException {
        Connection free = idle.poll();
        Connection real = free == null ? source.getConnection() : free;
        return proxy(real);
    }

    private Connection proxy(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return switch (method.getName()) {
                            case "commit" -> commit(real);
                            case "close" -> release(real);
                            default -> method.invoke(real, arguments);
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private @Nullable Object commit(Connection real) throws SQLException {
        failpoint.pass(Failpoint.Place.BEFORE_COMMIT);
        real.commit();
        failpoint.pass(Failpoint.Place.AFTER_COMMIT);
        return null;
    }

    private @Nullable Object release(Connection real) throws SQLException {
        if (real.isValid(1) && real.getAutoCommit()) {
            idle.push(real);
        } else {
            real.close();
        }
        return null;
    }
}
