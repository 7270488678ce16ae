package io.secplat.api.notifications;

import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import java.time.Duration;
import java.util.Map;

/** Removes divisions a day after they were stored, or with the outbox row of their message when that is kept longer. */
final class DivisionPurge {

    private static final Duration AGE = Duration.ofHours(24);
    static final Duration INTERVAL = Duration.ofMinutes(10);

    private DivisionPurge() {}

    static PeriodicWorker.Task task(Divisions divisions, Journal journal) {
        return () -> {
            int rows = divisions.purge(AGE);
            if (rows > 0) {
                journal.info("division.purge", "done", Map.of("rows", rows));
            }
        };
    }
}
