package io.secplat.api.postgres;

import io.secplat.runtime.Journal;
import io.secplat.runtime.StartStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** The database behind the server's data source {@code jdbc/secplat}, and its migrations at start. */
@ApplicationScoped
public class DatabaseWiring {

    private static final String DATA_SOURCE = "jdbc/secplat";

    @Produces
    @Singleton
    Database database(@Any Instance<JdbiPlugin> plugins) {
        return new Database(DatabaseWiring::lookUp, plugins.stream().toArray(JdbiPlugin[]::new));
    }

    @Produces
    @Singleton
    StartStep migrations(Database database, Journal journal) {
        return new Migrations(database, journal);
    }

    /** The name is a constant and the server's own configuration answers, so nothing foreign is ever read. */
    @SuppressWarnings("BanJNDI")
    private static DataSource lookUp() {
        try {
            return InitialContext.doLookup(DATA_SOURCE);
        } catch (NamingException e) {
            throw new DatabaseUnavailableException(e);
        }
    }
}
