package io.secplat.api.findings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One finding.
 *
 * @param id 0 until it is stored
 * @param key null for findings of old writers
 * @param asset the asset it is about
 * @param time when it was first stored
 */
public record Finding(
        int id,
        @Nullable String key,
        AssetFacts asset,
        Instant time,
        FindingDetails details,
        FindingStatus status,
        Sightings sightings,
        Acceptance acceptance,
        Closure closure) {

    /** A finding that nobody has reported before. */
    public static Finding first(FindingReport report, AssetFacts asset, @Nullable Integer jobId, Instant now) {
        return new Finding(
                0,
                report.key(),
                asset,
                now,
                report.details(),
                FindingStatus.OPEN,
                Sightings.first(jobId, now),
                Acceptance.NONE,
                Closure.NONE);
    }

    /** This finding after one more report: what is said replaces what was, and what was remedied is open again. */
    public Finding again(FindingReport report, AssetFacts asset, @Nullable Integer jobId, Instant now) {
        boolean reopened = status == FindingStatus.REMEDIATED;
        return new Finding(
                id,
                key,
                asset,
                time,
                report.details().over(details),
                reopened ? FindingStatus.OPEN : status,
                sightings.again(jobId, now),
                acceptance,
                reopened ? Closure.NONE : closure);
    }

    /** This finding after a person moved it to a status; one that it has already changes nothing. */
    public Finding moved(FindingStatus to, Instant now) {
        if (to == status) {
            return this;
        }
        return with(
                to,
                to == FindingStatus.ACCEPTED_RISK ? acceptance : Acceptance.NONE,
                to == FindingStatus.REMEDIATED ? new Closure(now, null) : Closure.NONE);
    }

    /** This finding after a person accepted its risk. */
    public Finding accepted(Acceptance terms) {
        return with(FindingStatus.ACCEPTED_RISK, terms, Closure.NONE);
    }

    /** This finding after a scan looked for it and did not see it. */
    public Finding closedBy(int jobId, Instant now) {
        return with(FindingStatus.REMEDIATED, Acceptance.NONE, new Closure(now, jobId));
    }

    /** Its risk at that time. */
    public RiskScore risk(Instant now) {
        return RiskScore.of(this, asset, now);
    }

    /** The same finding, now that it has an id. */
    public Finding stored(int storedId) {
        return new Finding(storedId, key, asset, time, details, status, sightings, acceptance, closure);
    }

    private Finding with(FindingStatus to, Acceptance terms, Closure end) {
        return new Finding(id, key, asset, time, details, to, sightings, terms, end);
    }
}
