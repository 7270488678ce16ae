package io.secplat.workers.notify.route;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * Times of the week by the clocks of a zone. What a clock skips in spring is in no window; what it shows twice in autumn is
 * there both times.
 *
 * @param days on which the hours begin; those that pass midnight end on the day after
 * @param hours empty means the whole day
 */
public record Window(Set<DayOfWeek> days, Optional<Hours> hours, ZoneId zone) {

    public Window {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a window has at least one day");
        }
    }

    boolean contains(Instant now) {
        ZonedDateTime there = now.atZone(zone);
        DayOfWeek today = there.getDayOfWeek();
        return hours.map(part -> contains(part, today, there.toLocalTime())).orElseGet(() -> days.contains(today));
    }

    private boolean contains(Hours part, DayOfWeek today, LocalTime time) {
        boolean begun = !time.isBefore(part.from());
        boolean open = time.isBefore(part.to());
        if (!part.passMidnight()) {
            return begun && open && days.contains(today);
        }
        return (begun && days.contains(today)) || (open && days.contains(today.minus(1)));
    }
}
