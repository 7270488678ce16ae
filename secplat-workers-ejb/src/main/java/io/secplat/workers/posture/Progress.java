package io.secplat.workers.posture;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an asset stands after each result.
 *
 * @param shown the status that was visible at this point; empty before the first document
 * @param changedAt since when
 * @param failure what the newest failure told
 */
record Progress(
        Settled settled,
        boolean flapping,
        Run run,
        Optional<Sighting> newest,
        Optional<Sighting> lastGood,
        Optional<AssetStatus> shown,
        Optional<Instant> changedAt,
        Optional<Reason> failure) {

    private static final Progress BEGINNING = new Progress(
            Settled.NONE,
            false,
            Run.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    static Progress from(Memory memory) {
        return memory.document().map(Progress::from).orElse(BEGINNING);
    }

    /** Applies one result that is newer than everything before. */
    Progress and(HealthEventDocument result, boolean flapping, Debounce debounce) {
        Run longer = run.and(result.success());
        Settled next = debounce.after(settled, longer, lastGood.isPresent(), flapping);
        boolean changed = shown.filter(status -> status == next.shown()).isEmpty();
        Optional<Sighting> seen = Optional.of(Sighting.of(result));
        return new Progress(
                next,
                flapping,
                longer,
                seen,
                result.success() ? seen : lastGood,
                Optional.of(next.shown()),
                changed && next != Settled.NONE ? Optional.of(result.timestamp()) : changedAt,
                result.success() ? failure : Optional.of(Reason.of(result)));
    }

    /** The status that the newest result leads to but that is not settled. */
    Optional<AssetStatus> pending() {
        Settled direction = run.direction();
        return direction == settled || direction == Settled.NONE ? Optional.empty() : Optional.of(direction.shown());
    }

    private static Progress from(AssetStatusDocument document) {
        return new Progress(
                Settled.behind(document.status()),
                document.flapping(),
                Run.of(document),
                Sighting.newest(document),
                Sighting.lastGood(document),
                Optional.of(document.status()),
                Optional.of(document.lastStatusChange()),
                Reason.ofFailure(document.reason()));
    }
}
