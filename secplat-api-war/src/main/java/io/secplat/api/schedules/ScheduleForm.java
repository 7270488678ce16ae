package io.secplat.api.schedules;

import io.secplat.api.jobs.JobPriority;
import io.secplat.api.request.Body;
import io.secplat.contracts.model.JobType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads schedules from bodies, and says everything that is wrong with them. */
final class ScheduleForm {

    private static final int LONGEST_CRON = 100;
    private static final int LONGEST_ZONE = 60;
    private static final String PRIORITIES = "low, normal or high";
    private static final String TYPES = "web_exposure, tls_headers or health_http";

    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Timetable timetable;

    ScheduleForm(Timetable timetable) {
        this.timetable = timetable;
    }

    /** A new schedule. */
    record Wish(int assetId, JobType type, Schedule.Rule rule) {}

    Wish wish(Body body) {
        int asset = body.requiredInteger("target_asset_id", 1, Integer.MAX_VALUE);
        JobType type = body.requiredChoice("job_type", JobType::of, TYPES, JobType.HEALTH_HTTP);
        String cron = body.requiredText("cron", LONGEST_CRON);
        check(body, cron.isEmpty() ? Optional.empty() : Optional.of(cron));
        Schedule.Rule rule = new Schedule.Rule(
                cron,
                zone(body).orElse(UTC),
                priority(body).orElse(JobPriority.NORMAL),
                body.bool("enabled").orElse(true));
        body.check();
        return new Wish(asset, type, rule);
    }

    /** What a body says stays, what it does not is taken from the rule before. */
    UnaryOperator<Schedule.Rule> change(Body body) {
        Optional<String> cron = body.text("cron", LONGEST_CRON);
        check(body, cron);
        Optional<ZoneId> zone = zone(body);
        Optional<JobPriority> priority = priority(body);
        Optional<Boolean> enabled = body.bool("enabled");
        body.check();
        return rule -> new Schedule.Rule(
                cron.orElse(rule.cron()),
                zone.orElse(rule.zone()),
                priority.orElse(rule.priority()),
                enabled.orElse(rule.enabled()));
    }

    private void check(Body body, Optional<String> cron) {
        cron.flatMap(timetable::objection).ifPresent(why -> body.violation("cron", "value_error", why));
    }

    private static Optional<JobPriority> priority(Body body) {
        return body.choice("priority", JobPriority::of, PRIORITIES);
    }

    private static Optional<ZoneId> zone(Body body) {
        return body.text("time_zone", LONGEST_ZONE).flatMap(name -> {
            try {
                return Optional.of(ZoneId.of(name));
            } catch (DateTimeException e) {
                body.violation("time_zone", "value_error", "time_zone must be a name such as Europe/Berlin, or UTC");
                return Optional.empty();
            }
        });
    }
}
