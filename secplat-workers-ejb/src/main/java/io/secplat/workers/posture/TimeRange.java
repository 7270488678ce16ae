package io.secplat.workers.posture;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** A range of time that may be replayed: in the past, not empty, and no further back than {@link #REACH}. */
record TimeRange(Instant from, Instant to) {

    /** How far back it may begin. */
    static final Duration REACH = Duration.ofDays(7);

    /**
     * Reads what an operator gave; an IllegalArgumentException says what is wrong with it.
     *
     * @param from ISO-8601 in UTC
     * @param to the same, or {@code now}
     */
    static TimeRange of(String from, String to, Instant now) {
        TimeRange range = new TimeRange(time("from", from), to.equals("now") ? now : time("to", to));
        if (range.to.isAfter(now)) {
            throw new IllegalArgumentException("to must not be in the future, was " + to);
        }
        if (!range.from.isBefore(range.to)) {
            throw new IllegalArgumentException("from must be before to, was " + from);
        }
        if (range.from.isBefore(now.minus(REACH))) {
            throw new IllegalArgumentException("from must be within the last " + REACH.toDays() + " days, was " + from);
        }
        return range;
    }

    Duration length() {
        return Duration.between(from, to);
    }

    private static Instant time(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " must be a time such as 2026-05-04T07:00:00Z, was " + text, e);
        }
    }
}
