package io.secplat.api.findings;

import io.secplat.api.request.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All findings. Changes are audited with their caller in the same transaction. */
public interface Findings {

    /** Which findings are wanted; {@code unscored} as a level means those without a score. */
    record Filter(
            Optional<FindingStatus> status,
            Optional<String> source,
            Optional<String> riskLevel,
            Optional<String> assetKey) {}

    /** A finding with its stored score; null when it has none. */
    record Scored(Finding finding, @Nullable RiskScore risk) {}

    /** The place of a finding in the list. */
    record Place(Instant lastSeen, int id) {}

    /** The lease of the job that reports. */
    record Lease(int jobId, UUID token) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Lease[job " + jobId + "]";
        }
    }

    /** What became of one report. */
    sealed interface Reported {
        record Stored(Finding finding, boolean updated) implements Reported {}

        record AssetUnknown() implements Reported {}
    }

    /** Last seen first, then highest id; after that place. */
    List<Scored> page(Filter filter, int limit, Optional<Place> after);

    /**
     * Stores all reports in one transaction; what became of each, in their order. {@code STALE_LEASE} when the lease does
     * not hold, and then nothing is stored.
     */
    List<Reported> report(List<FindingReport> reports, Optional<Lease> lease, Caller caller);

    /** Moves a finding to another status; {@code FINDING_UNKNOWN}. */
    void move(int findingId, FindingStatus to, Caller caller);

    /** Accepts the risk of a finding until then; {@code FINDING_UNKNOWN}. */
    void accept(int findingId, String reason, Instant expiresAt, Caller caller);
}
