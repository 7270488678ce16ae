package io.secplat.api.jobs;

import io.secplat.api.jobs.JobStatistics.Counts;
import io.secplat.api.jobs.JobStatistics.Line;
import io.secplat.api.jobs.JobStatistics.Question;
import io.secplat.api.jobs.JobStatistics.Times;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.JobType;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How jobs went, as the API tells it; rates and times have one decimal. */
record JobAnalytics(Question question, List<Line> lines) {

    JsonObject json() {
        JsonArrayBuilder byType = Json.createArrayBuilder();
        lines.stream()
                .filter(line -> line.type().isPresent())
                .forEach(line -> byType.add(
                        members(line).put("job_type", line.type().orElseThrow()).build()));
        return new JsonWriter()
                .put("window", window())
                .put("totals", members(lines.get(0)).build())
                .put("by_job_type", byType.build())
                .build();
    }

    private JsonObject window() {
        return new JsonWriter()
                .put("lookback_hours", question.lookback().toHours())
                .put("running_stale_minutes", question.stale().toMinutes())
                .put("job_type", question.type().map(JobType::wire).orElse(null))
                .build();
    }

    private static JsonWriter members(Line line) {
        Counts counts = line.counts();
        Times times = line.times();
        return new JsonWriter()
                .put("total_jobs", counts.total())
                .put("queued_jobs", counts.queued())
                .put("running_jobs", counts.running())
                .put("stale_running_jobs", counts.stale())
                .put("done_jobs", counts.done())
                .put("failed_jobs", counts.failed())
                .put("cancelled_jobs", counts.cancelled())
                .put("completed_jobs", counts.completed())
                .put("retried_jobs", counts.retried())
                .put("success_rate_pct", percent(counts.done(), counts.completed()))
                .put("failure_rate_pct", percent(counts.failed(), counts.completed()))
                .put("oldest_queued_minutes", rounded(times.oldestQueuedMinutes()))
                .put("avg_duration_seconds", rounded(times.averageSeconds()))
                .put("p95_duration_seconds", rounded(times.p95Seconds()))
                .put("max_duration_seconds", rounded(times.longestSeconds()));
    }

    private static @Nullable Double percent(long part, long whole) {
        return whole == 0 ? null : rounded(100.0 * part / whole);
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : Double.valueOf(Math.round(value * 10) / 10.0);
    }
}
