package io.secplat.bench.change;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Does things at a steady pace. What becomes due while it is busy is done together as soon as it is not, and each counts from when it
 * was due: nothing is omitted by being late.
 */
final class Pacer {

    private final Clock clock;
    private final Pause pause;
    private final double perSecond;

    /** Waits for that long. */
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /** When something was due, and when it was done. */
    record Done(Instant due, Instant at) {}

    Pacer(Clock clock, Pause pause, double perSecond) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a rate must be above 0, was " + perSecond);
        }
        this.clock = clock;
        this.pause = pause;
        this.perSecond = perSecond;
    }

    /** Returns once the last is done; in their order. */
    <T> Map<T, Done> run(List<T> things, Consumer<List<T>> doing) throws InterruptedException {
        Map<T, Done> all = new LinkedHashMap<>();
        Instant begin = clock.instant();
        int done = 0;
        while (done < things.size()) {
            int due = due(begin, things.size());
            if (due == done) {
                pause.of(Duration.between(clock.instant(), at(begin, done)));
                continue;
            }
            doing.accept(things.subList(done, due));
            Instant now = clock.instant();
            for (; done < due; done++) {
                all.put(things.get(done), new Done(at(begin, done), now));
            }
        }
        return all;
    }

    /** How many are due by now. */
    private int due(Instant begin, int most) {
        Instant now = clock.instant();
        long passed = Duration.between(begin, now).toNanos();
        int about = (int) Math.min(most, (long) (passed * perSecond / 1e9) + 1);
        return at(begin, about - 1).isAfter(now) ? about - 1 : about;
    }

    private Instant at(Instant begin, int n) {
        return begin.plusNanos(Math.round(n * 1e9 / perSecond));
    }
}
