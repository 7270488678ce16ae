package io.secplat.workers.posture;

import io.secplat.runtime.admin.Described;

/** The deriver, as operators see it. */
@Described("What this server makes of the results of probes.")
public interface PostureMXBean {

    @Described("Derives the posture from the results that are there.")
    String deriveNow(@Described("the key of an asset, or all") String asset);

    @Described("Sets the posture aside and derives it again from the results of the last 24 hours.")
    String replay(@Described("the key of an asset, or all") String asset);
}
