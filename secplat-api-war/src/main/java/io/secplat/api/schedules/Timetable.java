package io.secplat.api.schedules;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Reads cron expressions of five fields: minute, hour, day of month, month, day of week. */
public interface Timetable {

    /** What is wrong with an expression, for people; empty when it can be followed. */
    Optional<String> objection(String cron);

    /**
     * The first time after that one which the expression means in that zone; empty when there is none any more. A time that a
     * change of the clocks leaves out is met later by as much as they jump; one that comes twice is met the first time.
     */
    Optional<Instant> next(String cron, ZoneId zone, Instant after);
}
