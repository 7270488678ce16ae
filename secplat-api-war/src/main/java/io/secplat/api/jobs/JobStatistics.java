package io.secplat.api.jobs;

import io.secplat.contracts.model.JobType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How jobs went. */
public interface JobStatistics {

    /** The jobs created in the last time of that length; a job that runs for longer than {@code stale} is stale. */
    record Question(Duration lookback, Duration stale, Optional<JobType> type) {}

    /** How many there are by state. */
    record Counts(
            long total, long queued, long running, long stale, long done, long failed, long cancelled, long retried) {

        long completed() {
            return done + failed;
        }
    }

    /** How long jobs waited and took; durations of done and failed ones, null without any. */
    record Times(
            @Nullable Double oldestQueuedMinutes,
            @Nullable Double averageSeconds,
            @Nullable Double p95Seconds,
            @Nullable Double longestSeconds) {}

    /** The numbers of one type of job, or of all when the type is empty. */
    record Line(Optional<String> type, Counts counts, Times times) {}

    /** One line for all jobs first, then one for each type that has any, by name. */
    List<Line> answer(Question question);
}
