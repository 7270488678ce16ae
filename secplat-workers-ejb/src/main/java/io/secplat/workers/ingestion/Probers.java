package io.secplat.workers.ingestion;

import io.secplat.contracts.model.Probe;
import io.secplat.contracts.model.ProbeKind;
import java.util.Map;

/** One prober for each kind of probe. */
public final class Probers implements Prober {

    private final Map<ProbeKind, Prober> byKind;

    public Probers(Map<ProbeKind, Prober> byKind) {
        this.byKind = Map.copyOf(byKind);
    }

    @Override
    public CheckResult check(Probe probe) {
        Prober prober = byKind.get(probe.kind());
        return prober == null ? new CheckResult.Unknown("unknown_probe_kind") : prober.check(probe);
    }
}
