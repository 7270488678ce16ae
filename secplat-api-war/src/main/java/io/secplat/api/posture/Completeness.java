package io.secplat.api.posture;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.HealthEvents.Tally;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How many checks of the last day and hour are there, of those that the probe's interval leads to expect. */
public record Completeness(Tally day, Tally hour, int intervalSeconds) {

    public static final Duration DAY = Duration.ofHours(24);
    public static final Duration HOUR = Duration.ofHours(1);

    public JsonObject json() {
        return new JsonWriter()
                .put("checks", day.checks())
                .put("expected", expected(DAY))
                .put("label_24h", day.checks() + "/" + expected(DAY))
                .put("label_1h", hour.checks() + "/" + expected(HOUR))
                .put("pct_24h", percent(day.checks(), expected(DAY)))
                .put("pct_1h", percent(hour.checks(), expected(HOUR)))
                .build();
    }

    /** Failed checks of the last day in percent, one decimal; null without checks. */
    public @Nullable Double errorRate() {
        return day.checks() == 0 ? null : percent(day.checks() - day.successes(), day.checks());
    }

    private long expected(Duration period) {
        return Math.max(1, period.toSeconds() / intervalSeconds);
    }

    private static double percent(long part, long whole) {
        return Math.min(100.0, Math.round(1000.0 * part / whole) / 10.0);
    }
}
