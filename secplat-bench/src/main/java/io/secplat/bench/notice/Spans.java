package io.secplat.bench.notice;

import io.secplat.bench.load.Latencies;
import java.time.Duration;
import java.util.Locale;

/** How long acceptances were without record, and what follows for a kill. */
final class Spans {

    private final Latencies all = new Latencies();
    private double seconds;

    void add(Duration span) {
        all.add(span.toNanos());
        seconds += span.toNanos() / 1e9;
    }

    /** Acceptances without record at a random moment: what a kill then repeats. */
    double repeatsPerKill(int perSecond) {
        return all.count() == 0 ? Double.NaN : perSecond * seconds / all.count();
    }

    /** One line for people; the pace in messages a second. */
    String line(int perSecond) {
        return String.format(
                Locale.ROOT,
                "from acceptance to record, %d messages at %d a second: p50 %.2f ms, p99 %.2f ms, max %.2f ms;"
                        + " a kill at a random moment repeats %.3f messages on average",
                all.count(),
                perSecond,
                all.percentile(50),
                all.percentile(99),
                all.percentile(100),
                repeatsPerKill(perSecond));
    }
}
