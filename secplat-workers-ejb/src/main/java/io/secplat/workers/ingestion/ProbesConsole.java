package io.secplat.workers.ingestion;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Begins checks when operators ask for them. */
record ProbesConsole(WatchList watched, CheckRunner runner, EventBuffer buffer, Clock clock) implements ProbesMXBean {

    @Override
    public int getAssets() {
        return watched.assets().size();
    }

    @Override
    public long getSkipped() {
        return runner.skipped();
    }

    @Override
    public int getWaiting() {
        return buffer.size();
    }

    @Override
    public String probeNow(String asset) {
        Instant tick = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<Check> checks = watched.assets().stream()
                .filter(one -> asset.equals("all") || one.key().value().equals(asset))
                .map(one -> new Check(one, tick))
                .toList();
        if (checks.isEmpty() && !asset.equals("all")) {
            throw new IllegalArgumentException(asset + " is not an asset that is probed");
        }
        runner.start(checks);
        return checks.size() + " checks begun.";
    }
}
