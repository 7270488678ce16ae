package io.secplat.workers.ingestion;

import io.secplat.runtime.admin.Described;

/** Ingestion, as operators see it. */
@Described("The probes of this server.")
public interface ProbesMXBean {

    @Described("How many assets are probed.")
    int getAssets();

    @Described("Checks that left no event by our own fault, since the start.")
    long getSkipped();

    @Described("Events that wait to be written.")
    int getWaiting();

    @Described("Begins a check at once, beside those of the schedule.")
    String probeNow(@Described("the key of an asset, or all") String asset);
}
