package io.secplat.api.postgres;

import io.secplat.api.audit.AuditKeys;
import io.secplat.api.audit.AuditRow;
import io.secplat.api.audit.SealSignal;
import io.secplat.api.audit.postgres.AuditPen;
import io.secplat.local.store.PostgresStore;
import io.secplat.local.store.TestStores;
import io.secplat.runtime.Journal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real, migrated and empty database for a test, on the PostgreSQL that the tests of this JVM share. */
public final class TestDatabase {

    /** The system property that names another PostgreSQL, such as one in a container: a JDBC URL with user and password. */
    public static final String OTHER = "secplat.test.postgres";

    /** The keys that sign the audit of every test. */
    public static final AuditKeys AUDIT_KEYS = AuditKeys.of(List.of("test:" + "abcd".repeat(11)));

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** A schema of its own with all tables. */
    public static Database fresh() {
        Database database = empty();
        new Migrations(database, silent()).run();
        return database;
    }

    /** A schema of its own without any table. */
    public static Database empty() {
        PGSimpleDataSource source = server();
        String schema = "t" + COUNT.incrementAndGet();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        source.setCurrentSchema(schema);
        return over(source);
    }

    private static PGSimpleDataSource server() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        String other = System.getProperty(OTHER);
        if (other == null) {
            PostgresStore store = TestStores.postgres();
            source.setUrl(store.jdbcUrl());
            source.setUser(store.user());
            source.setPassword(store.password());
        } else {
            source.setUrl(other);
        }
        return source;
    }

    /** The database behind that source, with a pen for the audit. */
    public static Database over(DataSource source) {
        return new Database(
                () -> source,
                AuditPen.plugin(
                        entry -> AuditRow.signed(UUID.randomUUID(), Instant.now(), entry, AUDIT_KEYS),
                        new SealSignal()));
    }

    /** A journal that nobody reads. */
    public static Journal silent() {
        return new Journal(
                "test",
                Clock.systemUTC(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }
}
