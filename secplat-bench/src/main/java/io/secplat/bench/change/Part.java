package io.secplat.bench.change;

import io.secplat.bench.load.Latencies;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A line of the table: how long something took, each time.
 *
 * @param took in nanoseconds
 */
record Part(String name, Latencies took) {

    static final String HEAD =
            """
            | %s | changes | p50 ms | p90 ms | p99 ms | max ms |
            |---|---|---|---|---|---|
            """;

    private static final double[] PERCENTS = {50, 90, 99, 100};

    String markdown() {
        return row(
                name,
                Integer.toString(took.count()),
                DoubleStream.of(PERCENTS).mapToObj(percent -> number("%.1f", took.percentile(percent))));
    }

    /** How many times as long as the other. */
    String ratioTo(Part other) {
        return row(
                "ratio",
                "",
                DoubleStream.of(PERCENTS)
                        .mapToObj(
                                percent -> number("%.1f", took.percentile(percent) / other.took.percentile(percent))));
    }

    private static String row(String name, String count, Stream<String> figures) {
        return "| " + name + " | " + count + " | " + figures.collect(Collectors.joining(" | ")) + " |";
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
    }
}
