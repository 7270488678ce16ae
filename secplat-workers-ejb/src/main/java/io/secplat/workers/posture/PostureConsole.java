package io.secplat.workers.posture;

import io.secplat.contracts.model.AssetKey;
import java.time.Clock;
import java.util.Set;

/** Derives when operators ask for it; beside the loops, as those do beside each other. */
record PostureConsole(PosturePasses passes, RangeReplay ranges, Clock clock) implements PostureMXBean {

    @Override
    public String deriveNow(String asset) {
        return told("Derived", pass(asset, false));
    }

    @Override
    public String replay(String asset) {
        return told("Replayed", pass(asset, true));
    }

    @Override
    public String replayRange(String asset, String from, String to) {
        return ranges.replay(asset, TimeRange.of(from, to, clock.instant()));
    }

    @Override
    public String getRangeReplay() {
        return ranges.progress();
    }

    private Set<AssetKey> pass(String asset, boolean replay) {
        return asset.equals("all") ? passes.overAll(replay) : passes.over(Set.of(new AssetKey(asset)), replay);
    }

    private static String told(String what, Set<AssetKey> failed) {
        return what + (failed.isEmpty() ? "." : ", but not " + failed.size() + " assets, see the log.");
    }
}
