package io.secplat.api.jobs;

import io.secplat.contracts.model.JobStatus;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much of a job somebody has been told, written {@code <retries>.<line>.<status>}: the id of an event of its stream.
 *
 * @param retries a job that is queued again begins a new log
 * @param line the number of the last log line told; 0 for none
 * @param status the status last told; null for none
 */
public record JobMark(int jobId, int retries, int line, @Nullable JobStatus status) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.([a-z]{0,16})");

    /** Somebody who knows nothing of the job yet. */
    public static JobMark nothing(int jobId) {
        return new JobMark(jobId, 0, 0, null);
    }

    /** What the id of an event says; nothing for text that no event had as id. */
    public static JobMark of(int jobId, String id) {
        Matcher matcher = SHAPE.matcher(id);
        return matcher.matches()
                ? new JobMark(
                        jobId,
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        JobStatus.of(matcher.group(3)).orElse(null))
                : nothing(jobId);
    }

    /** After one more line. */
    JobMark told(JobProgress.Line line) {
        return new JobMark(jobId, retries, line.seq(), status);
    }

    /** After a status. */
    JobMark told(JobStatus now) {
        return new JobMark(jobId, retries, line, now);
    }

    /** Where somebody stands whose job has been queued again since. */
    JobMark inRun(int number) {
        return number == retries ? this : new JobMark(jobId, number, 0, null);
    }

    /** As the id of an event. */
    String id() {
        return retries + "." + line + "."
                + Optional.ofNullable(status).map(JobStatus::wire).orElse("");
    }
}
