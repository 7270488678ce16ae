package io.secplat.workers.ingestion;

import io.secplat.contracts.model.AssetKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Says which checks begin when. Ticks are multiples of the interval since the epoch plus an offset that is constant per
 * asset, so the cadence depends on nothing but the clock. One thread uses it.
 */
public final class ProbeSchedule {

    private Map<AssetKey, Instant> begun = Map.of();

    /** The newest tick of the asset that is not after that moment. */
    public static Instant tick(MonitoredAsset asset, Instant moment) {
        int interval = asset.probe().intervalSeconds();
        long offset = offset(asset.key(), interval);
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond() - offset, interval) * interval + offset);
    }

    /** Whole seconds from 0 to below the interval, spread evenly over the assets. */
    static long offset(AssetKey key, int intervalSeconds) {
        CRC32 hash = new CRC32();
        hash.update(key.value().getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % intervalSeconds;
    }

    /**
     * The checks whose tick has come since the last call: at most one for each asset, its newest. A tick that was slept
     * through is left out; an asset that is new here begins with the tick of the interval that it is in.
     */
    public List<Check> due(Collection<MonitoredAsset> assets, Instant now) {
        Map<AssetKey, Instant> after = new HashMap<>();
        List<Check> due = new ArrayList<>();
        for (MonitoredAsset asset : assets) {
            Instant tick = tick(asset, now);
            Instant before = begun.get(asset.key());
            if (before == null || tick.isAfter(before)) {
                due.add(new Check(asset, tick));
                before = tick;
            }
            after.put(asset.key(), before);
        }
        begun = after;
        return due;
    }
}
