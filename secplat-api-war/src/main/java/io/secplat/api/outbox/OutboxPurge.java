package io.secplat.api.outbox;

import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import java.time.Duration;
import java.util.Map;

/** Removes rows a day after their publication. */
final class OutboxPurge {

    private static final Duration AGE = Duration.ofHours(24);
    static final Duration INTERVAL = Duration.ofMinutes(10);

    private OutboxPurge() {}

    static PeriodicWorker.Task task(Outbox outbox, Journal journal) {
        return () -> {
            int rows = outbox.purge(AGE);
            if (rows > 0) {
                journal.info("outbox.purge", "done", Map.of("rows", rows));
            }
        };
    }
}
