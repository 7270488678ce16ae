package io.secplat.workers.ingestion;

import java.time.Instant;

/** One asset to be checked for one tick. */
public record Check(MonitoredAsset asset, Instant tick) {

    /** Whether the check's own interval has passed, so that it must not begin any more. */
    public boolean isOver(Instant now) {
        return !now.isBefore(tick.plusSeconds(asset.probe().intervalSeconds()));
    }
}
