package io.secplat.workers.notify.route;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the {@code during} of a plan. */
final class WindowReader {

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    private WindowReader() {}

    static Window read(Node node) {
        Members members = node.members("days", "from", "to", "zone");
        List<DayOfWeek> named = members.list("days", WindowReader::day);
        Set<DayOfWeek> days = named.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : EnumSet.copyOf(named);
        boolean wholeDay = members.find("from").isEmpty() && members.find("to").isEmpty();
        if (wholeDay && named.isEmpty()) {
            throw node.wrong("names neither days nor from and to");
        }
        Optional<Hours> hours = wholeDay ? Optional.empty() : Optional.of(hours(members));
        return new Window(days, hours, zone(members.need("zone")));
    }

    private static Hours hours(Members members) {
        LocalTime from = time(members.need("from"));
        Node end = members.need("to");
        LocalTime to = time(end);
        if (from.equals(to)) {
            throw end.not("is the same as from; leave both out for the whole day");
        }
        return new Hours(from, to);
    }

    private static LocalTime time(Node node) {
        String text = node.text();
        if (!text.matches(TIME)) {
            throw node.not("is no time of day; write it as HH:mm, from 00:00 to 23:59");
        }
        return LocalTime.parse(text);
    }

    private static ZoneId zone(Node node) {
        String text = node.text();
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw node.not("is no time zone");
        }
    }

    private static DayOfWeek day(Node node) {
        String text = node.text();
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> word(day).equals(text))
                .findFirst()
                .orElseThrow(() -> node.not("is no day; days are "
                        + Arrays.stream(DayOfWeek.values())
                                .map(WindowReader::word)
                                .collect(Collectors.joining(", "))));
    }

    /** For example {@code mon}. */
    static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
