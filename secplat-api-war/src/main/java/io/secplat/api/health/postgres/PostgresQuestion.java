package io.secplat.api.health.postgres;

import io.secplat.api.health.DependencyCheck;
import io.secplat.api.postgres.Database;

/** Postgres is there when it answers the smallest question. */
public record PostgresQuestion(Database database) implements DependencyCheck.Question {

    @Override
    public void ask() {
        int unused = database.read(
                handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
    }
}
