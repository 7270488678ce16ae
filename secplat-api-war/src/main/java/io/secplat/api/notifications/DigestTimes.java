package io.secplat.api.notifications;

import io.secplat.api.schedules.Timetable;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When people are told what was muted.
 *
 * @param cron five fields; empty for never
 */
public record DigestTimes(Optional<String> cron, ZoneId zone) {

    private static final String CRON = "NOTIFY_DIGEST_CRON";
    private static final String ZONE = "NOTIFY_DIGEST_ZONE";
    private static final String OFF = "off";

    /** Reads both settings; an IllegalArgumentException names the one that is wrong. */
    public static DigestTimes of(String cron, String zone, Timetable timetable) {
        if (cron.strip().equals(OFF)) {
            return new DigestTimes(Optional.empty(), ZoneId.of("UTC"));
        }
        timetable.objection(cron).ifPresent(objection -> {
            throw new IllegalArgumentException(CRON + ": " + objection);
        });
        try {
            return new DigestTimes(Optional.of(cron), ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(ZONE + ": \"" + zone + "\" is no time zone", e);
        }
    }
}
