package io.secplat.api.jobs;

import io.secplat.contracts.model.JobStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How jobs went on. */
public interface JobProgress {

    /** Lines of one job in one answer; there may be more. */
    int LINES = 500;

    /** A line of a log. */
    record Line(int seq, Instant at, String text) {}

    /** A job now, and the log lines after a mark, lowest number first, at most {@link #LINES}. */
    record News(int retries, JobStatus status, @Nullable String error, List<Line> lines) {

        public News {
            lines = List.copyOf(lines);
        }

        boolean mayHaveMore() {
            return lines.size() == LINES;
        }
    }

    /**
     * What came after each of these marks, in their order, in one query; null for a job that does not exist. An empty list
     * while the jobs cannot be read.
     */
    List<@Nullable News> since(List<JobMark> marks);
}
