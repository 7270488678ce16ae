package io.secplat.api.findings.postgres;

import io.secplat.api.postgres.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts the statements that a database is asked to prepare. */
public final class StatementCount {

    private final AtomicInteger count = new AtomicInteger();

    public Database counting(Database database) {
        DataSource source = database.dataSource();
        DataSource counted = proxy(
                DataSource.class,
                source,
                (method, result) -> result instanceof Connection connection
                        ? proxy(Connection.class, connection, this::counted)
                        : result);
        return new Database(() -> counted);
    }

    public void reset() {
        count.set(0);
    }

    public int count() {
        return count.get();
    }

    private Object counted(Method method, Object result) {
        if (method.getName().equals("prepareStatement")) {
            count.incrementAndGet();
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
