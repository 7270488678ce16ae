package io.secplat.api.postgres;

import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.StartStep;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings the schema up to date when a server with role api starts; several servers take turns by Flyway's lock. */
public final class Migrations implements StartStep {

    private final Database database;
    private final Journal journal;

    public Migrations(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    @Override
    public Role role() {
        return Role.API;
    }

    @Override
    public String name() {
        return "migrations";
    }

    @Override
    public int order() {
        return SCHEMA;
    }

    /** Runs every script that has not run yet; throws FlywayException when one fails or Postgres is away. */
    @Override
    public void run() throws FlywayException {
        MigrateResult result = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        journal.info("database.migrate", "done", Map.of("scripts", result.migrationsExecuted));
    }
}
