package io.secplat.api.inbound.postgres;

import io.secplat.api.inbound.TakenRequests;
import io.secplat.api.postgres.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One row for each call; each new one removes those that are too old. */
public record PostgresTakenRequests(Database database, Clock clock) implements TakenRequests {

    private static final Duration KEPT = Duration.ofDays(30);

    @Override
    public boolean take(String key) {
        Instant now = clock.instant();
        return database.inTransaction(handle -> {
            int unused = handle.createUpdate("DELETE FROM inbound_requests WHERE received_at < :old")
                    .bind("old", now.minus(KEPT))
                    .execute();
            return handle.createUpdate("INSERT INTO inbound_requests (request_key, received_at) VALUES (:key, :now)"
                                    + " ON CONFLICT (request_key) DO NOTHING")
                            .bind("key", key)
                            .bind("now", now)
                            .execute()
                    == 1;
        });
    }

    @Override
    public void giveBack(String key) {
        database.change(handle -> handle.createUpdate("DELETE FROM inbound_requests WHERE request_key = :key")
                .bind("key", key)
                .execute());
    }
}
