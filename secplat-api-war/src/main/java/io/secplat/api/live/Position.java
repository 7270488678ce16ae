package io.secplat.api.live;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the feed, written {@code <milliseconds>-<number>}: the id of an event, and what a reader resumes from. */
public record Position(long millis, long number) implements Comparable<Position> {

    /** A place that no feed holds. */
    static final Position UNKNOWN = new Position(0, 0);

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::millis).thenComparingLong(Position::number);

    /** The place that the text names; empty for text that names none. */
    public static Optional<Position> of(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches()
                ? Optional.of(new Position(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return millis + "-" + number;
    }
}
