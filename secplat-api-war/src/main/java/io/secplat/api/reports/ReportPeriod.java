package io.secplat.api.reports;

import io.secplat.api.request.QueryValues;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How far back a report looks. */
public enum ReportPeriod {
    DAY("24h", Duration.ofHours(24)),
    WEEK("7d", Duration.ofDays(7));

    private final String wire;
    private final Duration length;

    ReportPeriod(String wire, Duration length) {
        this.wire = wire;
        this.length = length;
    }

    public String wire() {
        return wire;
    }

    public Duration length() {
        return length;
    }

    /** The period with exactly that name. */
    public static Optional<ReportPeriod> of(String wire) {
        return Arrays.stream(values())
                .filter(period -> period.wire.equals(wire))
                .findFirst();
    }

    /** The {@code period} of a call, a day when it names none. */
    static ReportPeriod asked(QueryValues query) {
        return query.choice("period", ReportPeriod::of, "24h or 7d").orElse(DAY);
    }
}
