package io.secplat.api.outbox;

import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Removes rows a day after their publication. */
final class OutboxPurge {

    private static final Duration AGE = Duration.ofHours(24);
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private OutboxPurge() {}

    static Worker worker(Outbox outbox, Clock clock, Journal journal) {
        return new PeriodicWorker(Role.API, "outbox-purge", INTERVAL, clock, () -> {
            int rows = outbox.purge(AGE);
            if (rows > 0) {
                journal.info("outbox.purge", "done", Map.of("rows", rows));
            }
        });
    }
}
