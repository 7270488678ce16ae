package io.secplat.api.alerts;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.model.AssetStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When an alert opens, is told, and ends (stream contract, section 3.3). The rules look at what is, not at what
 * happened, so order and repetition of evaluations do not matter.
 */
public final class AlertRules {

    private AlertRules() {}

    /** What this sighting makes of the alert now. */
    public static AlertStep evaluate(AlertState before, Sighting sighting, Instant now) {
        if (sighting instanceof Sighting.Watched watched) {
            return watched(before, watched.document(), watched.suppressed(), now);
        }
        return sighting instanceof Sighting.Gone && (before.open() || before.flapping())
                ? new AlertStep(before, gone(before, now), List.of())
                : new AlertStep(before, before, List.of());
    }

    private static AlertState gone(AlertState before, Instant now) {
        AlertState steady = before.seen(false, before.changeAt() == null ? now : before.changeAt());
        return before.open() ? steady.closed(now, false) : steady;
    }

    private static AlertStep watched(
            AlertState before, AssetStatusDocument document, boolean assetSuppressed, Instant now) {
        boolean quiet = before.suppressed(assetSuppressed, now);
        List<Telling> tellings = new ArrayList<>();
        AlertState after = flapping(before, document, quiet, now, tellings);
        after = after.open() ? perhapsClosed(after, document, now, tellings) : perhapsOpened(after, document, now);
        if (shouldTellDown(after, document, quiet)) {
            tellings.add(Telling.DOWN);
            after = after.toldDown(now);
        }
        return concerns(before, after, tellings)
                ? new AlertStep(before, after, tellings)
                : new AlertStep(before, before, List.of());
    }

    private static AlertState flapping(
            AlertState state, AssetStatusDocument document, boolean quiet, Instant now, List<Telling> tellings) {
        AlertState seen = state.seen(document.flapping(), document.lastStatusChange());
        if (state.flapping() || !document.flapping() || quiet) {
            return seen;
        }
        tellings.add(Telling.FLAPPING);
        return seen.toldFlapping(now);
    }

    private static AlertState perhapsOpened(AlertState state, AssetStatusDocument document, Instant now) {
        return document.status() == AssetStatus.DOWN ? state.opened(now) : state;
    }

    private static AlertState perhapsClosed(
            AlertState state, AssetStatusDocument document, Instant now, List<Telling> tellings) {
        if (document.status() != AssetStatus.UP || document.flapping()) {
            return state;
        }
        if (state.notifiedDownAt() != null) {
            tellings.add(Telling.RECOVERED);
        }
        return state.closed(now, true);
    }

    private static boolean shouldTellDown(AlertState state, AssetStatusDocument document, boolean quiet) {
        return state.open()
                && document.status() == AssetStatus.DOWN
                && !quiet
                && state.ack() == null
                && state.notifiedDownAt() == null;
    }

    /** An asset in good order that never had an alert is not worth a row. */
    private static boolean concerns(AlertState before, AlertState after, List<Telling> tellings) {
        return before.open() || after.open() || before.flapping() || after.flapping() || !tellings.isEmpty();
    }
}
