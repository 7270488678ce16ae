package io.secplat.api.queue;

import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.StreamWatch;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks at the streams every {@link StreamWatch#INTERVAL} for the figures at {@code /metrics}, which appear with the first look. */
final class StreamLook {

    private StreamLook() {}

    static Worker worker(StreamWatch watch, boolean configured, Runnable publish, Clock clock) {
        AtomicBoolean published = new AtomicBoolean();
        return new PeriodicWorker(Role.API, "stream-look", StreamWatch.INTERVAL, clock, () -> {
            if (configured) {
                turn(watch);
                if (published.compareAndSet(false, true)) {
                    publish.run();
                }
            }
        });
    }

    /** While the streams are away the figures say so, and the loops that need them complain in the log. */
    static void turn(StreamWatch watch) {
        try {
            watch.look();
        } catch (CourierUnavailableException e) {
            // The watch has forgotten what it knew.
            return;
        }
    }
}
