package io.secplat.api.findings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a finding was seen, and by which scan job last; null when no job reported it. */
public record Sightings(Instant firstSeen, Instant lastSeen, @Nullable Integer lastJobId) {

    Sightings again(@Nullable Integer jobId, Instant now) {
        return new Sightings(firstSeen, now, jobId == null ? lastJobId : jobId);
    }
}
