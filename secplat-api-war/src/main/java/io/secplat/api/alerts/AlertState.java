package io.secplat.api.alerts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one asset's alert, over all its outages.
 *
 * @param ack who acknowledged the open alert; null when nobody has
 * @param open whether the asset is down, or was and is not up and steady yet
 * @param changeAt {@code last_status_change} of the status document last evaluated
 * @param notifiedDownAt null when nobody was told of this outage
 * @param notifiedFlappingAt null when nobody was told of this flapping
 */
public record AlertState(
        String assetKey,
        @Nullable Ack ack,
        @Nullable Instant suppressedUntil,
        @Nullable String assignedTo,
        @Nullable Instant resolvedAt,
        @Nullable Instant updatedAt,
        boolean open,
        @Nullable Instant openedAt,
        @Nullable Instant recoveredAt,
        @Nullable Instant changeAt,
        boolean flapping,
        @Nullable Instant notifiedDownAt,
        @Nullable Instant notifiedFlappingAt) {

    /** An acknowledgement. */
    public record Ack(@Nullable String reason, String by, Instant at) {}

    /** The state of an asset that never had an alert. */
    public static AlertState none(String assetKey) {
        return new AlertState(assetKey, null, null, null, null, null, false, null, null, null, false, null, null);
    }

    /** Where it is listed, given whether a window or rule suppresses the asset now. */
    public AlertBucket bucket(boolean assetSuppressed, Instant now) {
        if (!open) {
            return AlertBucket.RESOLVED;
        }
        if (suppressed(assetSuppressed, now)) {
            return AlertBucket.SUPPRESSED;
        }
        return ack == null ? AlertBucket.FIRING : AlertBucket.ACKED;
    }

    /** Whether a window, a rule or a person keeps it quiet. */
    public boolean suppressed(boolean assetSuppressed, Instant now) {
        return assetSuppressed || (suppressedUntil != null && suppressedUntil.isAfter(now));
    }

    /** Known to somebody, for as long as this outage lasts. */
    public AlertState acknowledged(@Nullable String reason, String by, Instant now) {
        return decided(new Ack(reason, by, now), suppressedUntil, assignedTo);
    }

    /** Kept quiet until then. */
    public AlertState quietUntil(Instant until) {
        return decided(ack, until, assignedTo);
    }

    /** Looked after by somebody. */
    public AlertState assigned(String to) {
        return decided(ack, suppressedUntil, to);
    }

    /** Over, because a person says so; an asset that is still down opens it again. */
    public AlertState resolvedByHand(Instant now) {
        return closed(now, false);
    }

    private AlertState decided(@Nullable Ack known, @Nullable Instant until, @Nullable String to) {
        return new AlertState(
                assetKey,
                known,
                until,
                to,
                resolvedAt,
                updatedAt,
                open,
                openedAt,
                recoveredAt,
                changeAt,
                flapping,
                notifiedDownAt,
                notifiedFlappingAt);
    }

    AlertState opened(Instant now) {
        return new AlertState(
                assetKey,
                null,
                suppressedUntil,
                assignedTo,
                null,
                updatedAt,
                true,
                now,
                null,
                changeAt,
                flapping,
                null,
                notifiedFlappingAt);
    }

    /** The same alert, over; its acknowledgement ends with it. */
    AlertState closed(Instant now, boolean byRecovery) {
        return new AlertState(
                assetKey,
                null,
                suppressedUntil,
                assignedTo,
                now,
                updatedAt,
                false,
                openedAt,
                byRecovery ? now : recoveredAt,
                changeAt,
                flapping,
                null,
                notifiedFlappingAt);
    }

    AlertState seen(boolean flaps, Instant changedAt) {
        return new AlertState(
                assetKey,
                ack,
                suppressedUntil,
                assignedTo,
                resolvedAt,
                updatedAt,
                open,
                openedAt,
                recoveredAt,
                changedAt,
                flaps,
                notifiedDownAt,
                flaps ? notifiedFlappingAt : null);
    }

    AlertState toldDown(Instant now) {
        return told(now, notifiedFlappingAt);
    }

    AlertState toldFlapping(Instant now) {
        return told(notifiedDownAt, now);
    }

    private AlertState told(@Nullable Instant down, @Nullable Instant flaps) {
        return new AlertState(
                assetKey,
                ack,
                suppressedUntil,
                assignedTo,
                resolvedAt,
                updatedAt,
                open,
                openedAt,
                recoveredAt,
                changeAt,
                flapping,
                down,
                flaps);
    }
}
