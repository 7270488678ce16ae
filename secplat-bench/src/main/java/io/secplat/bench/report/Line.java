package io.secplat.bench.report;

import io.secplat.bench.load.Measured;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param perSecond answers a second at most, the middle of all rounds
 * @param ratio to the reference in the same round, the middle of all rounds
 * @param steady what the open loop saw; null where only throughput was measured
 * @param steadyRate calls a second of the open loop
 * @param bad answers of another status than expected, in all runs
 */
public record Line(
        String name,
        double perSecond,
        double ratio,
        long bytes,
        double steadyRate,
        @Nullable Measured steady,
        long bad) {

    static final String HEAD =
            """
            | call | bytes | most a second | ratio | at a second | p50 ms | p90 ms | p99 ms | max ms | bad |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    String markdown() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s | %s | %s | %s | %d |",
                name,
                bytes,
                number("%.0f", perSecond),
                number("%.2f", ratio),
                steady == null ? "–" : number("%.0f", steadyRate),
                latency(50),
                latency(90),
                latency(99),
                latency(100),
                bad);
    }

    JsonObject json() {
        JsonWriter json = new JsonWriter()
                .put("call", name)
                .put("bytes", bytes)
                .put("per_second", finite(perSecond))
                .put("ratio", finite(ratio))
                .put("bad", bad);
        if (steady != null) {
            json.put("steady_per_second", finite(steadyRate))
                    .put("p50_ms", finite(steady.latencies().percentile(50)))
                    .put("p90_ms", finite(steady.latencies().percentile(90)))
                    .put("p99_ms", finite(steady.latencies().percentile(99)))
                    .put("max_ms", finite(steady.latencies().percentile(100)));
        }
        return json.build();
    }

    private String latency(double percent) {
        return steady == null ? "–" : number("%.2f", steady.latencies().percentile(percent));
    }

    private static String number(String format, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
