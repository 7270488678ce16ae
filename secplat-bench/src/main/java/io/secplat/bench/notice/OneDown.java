package io.secplat.bench.notice;

import io.secplat.bench.load.Latencies;
import io.secplat.bench.report.Machine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How much later Slack and Jira are told while the telephone service is in trouble: the packaged notifier, all three told of everything; and its restart. */
final class OneDown {

    private static final List<Mood> MOODS = List.of(Mood.WELL, Mood.AWAY, Mood.FAILS, Mood.HANGS);

    private final PackagedNotifier notifier;
    private final PrintStream out;
    private final Map<Mood, List<Latencies>> rounds = new EnumMap<>(Mood.class);

    OneDown(PackagedNotifier notifier, PrintStream out) {
        this.notifier = notifier;
        this.out = out;
        MOODS.forEach(mood -> rounds.put(mood, new ArrayList<>()));
    }

    /**
     * Prints percentiles over all messages of so many rounds, since p99 of a single one goes up and down with a few collections. Each round
     * has every mood, and begins with another one.
     */
    void run(int count) throws IOException, InterruptedException {
        Machine.facts().forEach((name, value) -> out.println("* " + name + ": " + value));
        notifier.others(Mood.WELL);
        for (int round = 0; round < count; round++) {
            for (int turn = 0; turn < MOODS.size(); turn++) {
                Mood mood = MOODS.get((round + turn) % MOODS.size());
                of(mood).add(notifier.others(mood));
            }
        }
        out.println(
                "| SMS | p50 ms of the others | p99 ms of the others | p99 against all well | p99 ms of each round |");
        out.println("|---|---|---|---|---|");
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
                "| %s | %.1f | %.1f | %.2f | %s |%n",
                mood.name().toLowerCase(Locale.ROOT),
                all(mood).percentile(50),
                all(mood).percentile(99),
                all(mood).percentile(99) / all(Mood.WELL).percentile(99),
                of(mood).stream()
                        .map(round -> String.format(Locale.ROOT, "%.1f", round.percentile(99)))
                        .collect(Collectors.joining(", ")));
    }

    private Latencies all(Mood mood) {
        Latencies all = new Latencies();
        of(mood).forEach(all::addAll);
        return all;
    }

    private List<Latencies> of(Mood mood) {
        return Objects.requireNonNull(rounds.get(mood));
    }

    /** Starts everything with its data in that folder, and stops it again. */
    static void run(Path root, Path data, int rounds, PrintStream out) throws IOException, InterruptedException {
        try (PackagedNotifier notifier = PackagedNotifier.start(root, data)) {
            new OneDown(notifier, out).run(rounds);
        }
    }
}
