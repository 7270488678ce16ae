package io.secplat.api.queue;

import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.stream.Courier;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.StreamTrimmer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Removes from the streams, once a minute, what every group has settled; while they are away the next turn does it. */
final class StreamTrim {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private StreamTrim() {}

    static Worker worker(Courier courier, Clock clock, Journal journal) {
        StreamTrimmer trimmer = courier.trimmer();
        return new PeriodicWorker(Role.API, "stream-trim", INTERVAL, clock, () -> {
            if (courier.configured()) {
                turn(trimmer, journal);
            }
        });
    }

    static void turn(StreamTrimmer trimmer, Journal journal) {
        try {
            long removed = trimmer.trim();
            if (removed > 0) {
                journal.info("stream.trim", "done", Map.of("entries", removed));
            }
        } catch (CourierUnavailableException e) {
            journal.warn("stream.trim", e.reason().code(), Map.of());
        }
    }
}
