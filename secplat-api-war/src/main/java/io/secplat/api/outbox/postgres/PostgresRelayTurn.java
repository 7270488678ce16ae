package io.secplat.api.outbox.postgres;

import io.secplat.api.outbox.RelayTurn;
import io.secplat.api.postgres.Database;

/** One relay a lane by an advisory lock, which Postgres lets go by itself when its holder dies. */
public final class PostgresRelayTurn implements RelayTurn {

    private final Database database;

    public PostgresRelayTurn(Database database) {
        this.database = database;
    }

    @Override
    public boolean alone(String lane, Runnable work) {
        return database.apart(handle -> {
            boolean mine = handle.createQuery("SELECT pg_try_advisory_xact_lock(hashtext(:lane))")
                    .bind("lane", "secplat.outbox." + lane)
                    .mapTo(Boolean.class)
                    .one();
            if (mine) {
                work.run();
            }
            return mine;
        });
    }
}
