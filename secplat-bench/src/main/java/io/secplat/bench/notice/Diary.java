package io.secplat.bench.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** What was done to a run, and when. */
final class Diary {

    private static final Duration AROUND = Duration.ofSeconds(3);

    /** How far a deed may be from what it caused, either way: it is noted before it is done, and may take a while. */
    private static final Duration CLOSE = Duration.ofMillis(500);

    private record Line(Instant at, String deed, String whom) {}

    private final Clock clock;
    private final Instant begin;
    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();

    Diary(Clock clock) {
        this.clock = clock;
        this.begin = clock.instant();
    }

    void note(String deed, String whom) {
        lines.add(new Line(clock.instant(), deed, whom));
    }

    /** Seconds since the run began. */
    String time(Instant at) {
        return String.format(Locale.ROOT, "%.3f s", Duration.between(begin, at).toNanos() / 1e9);
    }

    /** How often each was done. */
    Map<String, Long> counts() {
        return lines.stream().collect(Collectors.groupingBy(Line::deed, TreeMap::new, Collectors.counting()));
    }

    /** What was done closest to that time; empty when nothing was done about then. */
    Optional<String> nearest(Instant time) {
        return lines.stream()
                .filter(line -> apart(line, time).compareTo(CLOSE) < 0)
                .min(Comparator.comparing(line -> apart(line, time)))
                .map(Line::deed);
    }

    private static Duration apart(Line line, Instant time) {
        return Duration.between(time, line.at()).abs();
    }

    /** What was done shortly before or after one of these. */
    String around(List<Instant> times) {
        return lines.stream()
                .filter(line -> times.stream().anyMatch(at -> apart(line, at).compareTo(AROUND) < 0))
                .map(line -> time(line.at()) + " " + line.deed() + (line.whom().isEmpty() ? "" : " " + line.whom()))
                .collect(Collectors.joining("; ", "[", "]"));
    }
}
