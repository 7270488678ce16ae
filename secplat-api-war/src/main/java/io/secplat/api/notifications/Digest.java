package io.secplat.api.notifications;

import io.secplat.api.schedules.Timetable;
import io.secplat.runtime.PeriodicWorker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Tells at its time what was kept from people since the last time, so that quiet hours hide nothing for good. Times that were missed are
 * told together.
 */
public final class Digest implements PeriodicWorker.Task {

    /** How often it looks whether it is time. */
    public static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Digests digests;
    private final DigestTimes times;
    private final Timetable timetable;
    private final DigestTale tale;
    private final Clock clock;

    public Digest(Digests digests, DigestTimes times, Timetable timetable, DigestTale tale, Clock clock) {
        this.digests = digests;
        this.times = times;
        this.timetable = timetable;
        this.tale = tale;
        this.clock = clock;
    }

    @Override
    public void run() {
        if (times.cron().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Optional<Instant> last = digests.last();
        if (last.isEmpty()) {
            digests.begin(now);
            return;
        }
        Instant until = latest(times.cron().get(), times.zone(), last.get(), now);
        if (until.isAfter(last.get())) {
            boolean unused = digests.sumUp(until, muted -> tale.of(muted, last.get(), until));
        }
    }

    /** The last time up to now that the timetable means; the one before when there is none. */
    private Instant latest(String cron, ZoneId zone, Instant before, Instant now) {
        Instant latest = before;
        Optional<Instant> next = timetable.next(cron, zone, latest);
        while (next.isPresent() && !next.get().isAfter(now)) {
            latest = next.get();
            next = timetable.next(cron, zone, latest);
        }
        return latest;
    }
}
