package io.secplat.api.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Counts what a database is asked to do: statements that are executed, each entry of a JDBC batch as one of its own, and
 * commits. BEGIN is not counted: the driver sends it along with the first statement.
 */
public final class StatementCount {

    private static final Set<String> EXECUTIONS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "addBatch");

    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger commits = new AtomicInteger();

    /** The same database, counted. */
    public Database counting(Database database) {
        DataSource source = database.dataSource();
        DataSource counted = proxy(
                DataSource.class,
                source,
                (method, result) -> result instanceof Connection connection
                        ? proxy(Connection.class, connection, this::connected)
                        : result);
        return TestDatabase.over(counted);
    }

    public void reset() {
        statements.set(0);
        commits.set(0);
    }

    public int statements() {
        return statements.get();
    }

    public int commits() {
        return commits.get();
    }

    private Object connected(Method method, Object result) {
        if (method.getName().equals("commit")) {
            commits.incrementAndGet();
        }
        if (result instanceof PreparedStatement prepared) {
            return proxy(PreparedStatement.class, prepared, this::executed);
        }
        return result instanceof Statement plain ? proxy(Statement.class, plain, this::executed) : result;
    }

    private Object executed(Method method, Object result) {
        if (EXECUTIONS.contains(method.getName())) {
            statements.incrementAndGet();
        }
        return result;
    }

    private interface After {
        Object see(Method method, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return after.see(method, method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
