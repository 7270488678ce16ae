package io.secplat.bench.notice;

import io.secplat.bench.report.Machine;
import io.secplat.bench.report.Medians;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How much later Slack and Jira are told while the telephone service is in trouble: the packaged notifier, all three told of everything; and its restart. */
final class OneDown {

    private static final List<Mood> MOODS = List.of(Mood.WELL, Mood.AWAY, Mood.FAILS, Mood.HANGS);

    private final PackagedNotifier notifier;
    private final PrintStream out;
    private final Map<Mood, List<Double>> p50 = new EnumMap<>(Mood.class);
    private final Map<Mood, List<Double>> p99 = new EnumMap<>(Mood.class);

    OneDown(PackagedNotifier notifier, PrintStream out) {
        this.notifier = notifier;
        this.out = out;
        MOODS.forEach(mood -> {
            p50.put(mood, new ArrayList<>());
            p99.put(mood, new ArrayList<>());
        });
    }

    /** Prints the medians of so many rounds, each with every mood, and those of the ratios within each round. */
    void run(int rounds) throws IOException, InterruptedException {
        Machine.facts().forEach((name, value) -> out.println("* " + name + ": " + value));
        notifier.others(Mood.WELL);
        for (int round = 0; round < rounds; round++) {
            for (Mood mood : MOODS) {
                PackagedNotifier.Delay delay = notifier.others(mood);
                times(p50, mood).add(delay.p50());
                times(p99, mood).add(delay.p99());
            }
        }
        out.println("| SMS | p50 ms of the others | p99 ms of the others | p99 against all well |");
        out.println("|---|---|---|---|");
        MOODS.forEach(this::line);
        out.printf(Locale.ROOT, "Most memory of the notifier's server: %.0f MiB.%n", notifier.peak());
        PackagedNotifier.Backlog backlog = notifier.restart(SpeedTrip.MANY_WAITING);
        out.printf(
                Locale.ROOT,
                "Restarted with %d for three channels waiting: first message after %.2f s, %.2f s after it was ready; most memory %.0f MiB.%n",
                SpeedTrip.MANY_WAITING,
                backlog.started(),
                backlog.ready(),
                backlog.peak());
    }

    private void line(Mood mood) {
        out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.2f |%n",
                mood.name().toLowerCase(Locale.ROOT),
                Medians.of(times(p50, mood)),
                Medians.of(times(p99, mood)),
                Medians.ofRatios(times(p99, mood), times(p99, Mood.WELL)));
    }

    private static List<Double> times(Map<Mood, List<Double>> all, Mood mood) {
        return Objects.requireNonNull(all.get(mood));
    }

    /** Starts everything with its data in that folder, and stops it again. */
    static void run(Path root, Path data, int rounds, PrintStream out) throws IOException, InterruptedException {
        try (PackagedNotifier notifier = PackagedNotifier.start(root, data)) {
            new OneDown(notifier, out).run(rounds);
        }
    }
}
