package io.secplat.bench.notice;

import io.secplat.bench.fault.Stores;
import io.secplat.bench.report.Machine;
import io.secplat.bench.report.Medians;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How fast a notifier is, beside one that handles one message at a time, in the same rounds. */
final class NoticeSpeed {

    private static final int AT_ONCE = 32;

    private final SpeedTrip one;
    private final SpeedTrip many;
    private final PrintStream out;
    private final List<Figures> reference = new ArrayList<>();
    private final List<Figures> found = new ArrayList<>();

    NoticeSpeed(Stores stores, SlackStandIn slack, Path log, PrintStream out) {
        this.one = new SpeedTrip(stores, slack, log, 1);
        this.many = new SpeedTrip(stores, slack, log, AT_ONCE);
        this.out = out;
    }

    /** Prints the medians of so many rounds, and those of the ratios within each round. */
    void run(int rounds) throws IOException, InterruptedException {
        Machine.facts().forEach((name, value) -> out.println("* " + name + ": " + value));
        for (int round = 0; round < rounds; round++) {
            reference.add(one.run());
            found.add(many.run());
        }
        out.printf("| | one at a time (reference) | %d at once | ratio |%n|---|---|---|---|%n", AT_ONCE);
        line("messages a second, " + SpeedTrip.WAITING + " waiting", "%.0f", Figures::perSecond);
        line("published to sent, " + SpeedTrip.STEADY + " a second, p50 ms", "%.1f", Figures::p50);
        line("published to sent, " + SpeedTrip.STEADY + " a second, p99 ms", "%.1f", Figures::p99);
        line("start to first message, " + SpeedTrip.MANY_WAITING + " waiting, s", "%.2f", Figures::first);
        line("most memory, " + SpeedTrip.MANY_WAITING + " waiting, MiB", "%.0f", Figures::peak);
    }

    private void line(String name, String format, ToDoubleFunction<Figures> figure) {
        List<Double> before = reference.stream().map(figure::applyAsDouble).toList();
        List<Double> now = found.stream().map(figure::applyAsDouble).toList();
        out.printf(
                Locale.ROOT,
                "| %s | " + format + " | " + format + " | %.2f |%n",
                name,
                Medians.of(before),
                Medians.of(now),
                Medians.ofRatios(now, before));
    }
}
