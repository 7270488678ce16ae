package io.secplat.api.findings;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a finding was seen, and by which scan jobs.
 *
 * @param jobs the jobs that saw it last, newest first; empty when no job reported it
 */
public record Sightings(Instant firstSeen, Instant lastSeen, List<Integer> jobs) {

    /** More scans than this do not run on one asset at the same time. */
    private static final int REMEMBERED = 16;

    public Sightings {
        jobs = List.copyOf(jobs);
    }

    static Sightings first(@Nullable Integer jobId, Instant now) {
        return new Sightings(now, now, Stream.ofNullable(jobId).toList());
    }

    Sightings again(@Nullable Integer jobId, Instant now) {
        List<Integer> after = Stream.concat(
                        Stream.ofNullable(jobId), jobs.stream().filter(job -> !job.equals(jobId)))
                .limit(REMEMBERED)
                .toList();
        return new Sightings(firstSeen, now, after);
    }

    /** The last job that saw it; null when none did. */
    public @Nullable Integer lastJobId() {
        return jobs.isEmpty() ? null : jobs.get(0);
    }
}
