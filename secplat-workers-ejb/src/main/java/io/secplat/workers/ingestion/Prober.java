package io.secplat.workers.ingestion;

import io.secplat.contracts.model.Probe;

/** Carries out one check, within the probe's own timeout, and tells every failure as a result. */
@FunctionalInterface
public interface Prober {

    CheckResult check(Probe probe);
}
