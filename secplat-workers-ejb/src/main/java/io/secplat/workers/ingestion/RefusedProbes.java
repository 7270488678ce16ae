package io.secplat.workers.ingestion;

import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;
import io.secplat.guard.Refusal;
import io.secplat.runtime.Journal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells the operator of probes that the guard does not allow: each reason once for a probe as it stands, until the process
 * ends or the probe is another one.
 */
public final class RefusedProbes {

    /** Told reasons that are remembered; of more the oldest are forgotten, and may be told once more. */
    static final int MOST = 10_000;

    private record Told(AssetKey asset, Probe probe, Refusal refusal) {}

    private final Journal journal;
    private final Set<Told> told = new LinkedHashSet<>();

    public RefusedProbes(Journal journal) {
        this.journal = journal;
    }

    void note(MonitoredAsset asset, CheckResult.Refused refused) {
        if (isNews(new Told(asset.key(), asset.probe(), refused.refusal()))) {
            journal.warn("probe.check", "refused", Map.of("asset", asset.key(), "reason", refused.detail()));
        }
    }

    private synchronized boolean isNews(Told one) {
        boolean news = told.add(one);
        if (told.size() > MOST) {
            told.remove(told.iterator().next());
        }
        return news;
    }
}
