package io.secplat.api.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jspecify.annotations.Nullable;

/**
 * Connections and transactions. Every method throws {@link DatabaseUnavailableException} while Postgres is away; what the
 * work itself throws comes out as it is, after a rollback.
 */
public class Database {

    private final Supplier<DataSource> source;
    private final List<JdbiPlugin> plugins;
    private volatile @Nullable Jdbi jdbi;

    /**
     * The data source is asked for at first use, so that a server without a database never looks for one; plugins are what
     * features let every handle carry.
     */
    public Database(Supplier<DataSource> source, JdbiPlugin... plugins) {
        this.source = source;
        this.plugins = List.of(plugins);
    }

    /** Answers a question on one connection, outside a transaction of its own. */
    public <T extends @Nullable Object> T read(Function<Handle, T> work) {
        return reached(() -> jdbi().withHandle(work::apply));
    }

    /** Works in one transaction: committed when the work returns, rolled back when it throws. */
    public <T extends @Nullable Object> T inTransaction(Function<Handle, T> work) {
        return reached(() -> jdbi().inTransaction(work::apply));
    }

    /** As {@link #inTransaction}, without a result. */
    public void change(Consumer<Handle> work) {
        reached(() -> {
            jdbi().useTransaction(work::accept);
            return true;
        });
    }

    /**
     * Works in one transaction on a connection of its own, apart from every other call that the work makes: those commit by
     * themselves. Everywhere else a call within a call joins the transaction of the outer one.
     */
    public <T extends @Nullable Object> T apart(Function<Handle, T> work) {
        return reached(() -> {
            try (Handle handle = jdbi().open()) {
                return handle.inTransaction(work::apply);
            }
        });
    }

    /** The data source, for tools that bring their own statements. */
    public DataSource dataSource() {
        return source.get();
    }

    private Jdbi jdbi() {
        Jdbi known = jdbi;
        if (known == null) {
            known = PostgresTypes.register(Jdbi.create(source.get()));
            plugins.forEach(known::installPlugin);
            jdbi = known;
        }
        return known;
    }

    private static <T extends @Nullable Object> T reached(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            if (isAway(e)) {
                throw new DatabaseUnavailableException(e);
            }
            throw e;
        }
    }

    private static boolean isAway(JdbiException failure) {
        if (failure instanceof ConnectionException) {
            return true;
        }
        return failure.getCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"));
    }
}
