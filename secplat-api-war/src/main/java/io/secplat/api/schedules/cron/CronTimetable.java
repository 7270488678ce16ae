package io.secplat.api.schedules.cron;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.secplat.api.schedules.Timetable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The expressions of Unix cron. */
public final class CronTimetable implements Timetable {

    private final CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    @Override
    public Optional<String> objection(String cron) {
        try {
            ExecutionTime unused = time(cron);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("cron must have five fields: minute, hour, day of month, month, day of week");
        }
    }

    @Override
    public Optional<Instant> next(String cron, ZoneId zone, Instant after) {
        ExecutionTime times = time(cron);
        Optional<LocalDateTime> local = next(times, LocalDateTime.ofInstant(after, zone));
        while (local.isPresent() && !instant(local.get(), zone).isAfter(after)) {
            local = next(times, local.get());
        }
        return local.map(at -> instant(at, zone));
    }

    /** Counted on a clock that never changes, so that no time is left out or comes twice. */
    private static Optional<LocalDateTime> next(ExecutionTime times, LocalDateTime after) {
        return times.nextExecution(after.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
    }

    private static Instant instant(LocalDateTime at, ZoneId zone) {
        return ZonedDateTime.ofLocal(at, zone, null).toInstant();
    }

    private ExecutionTime time(String cron) {
        return ExecutionTime.forCron(parser.parse(cron).validate());
    }
}
