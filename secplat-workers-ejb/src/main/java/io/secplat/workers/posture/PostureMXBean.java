package io.secplat.workers.posture;

import io.secplat.runtime.admin.Described;

/** The deriver, as operators see it. */
@Described("What this server makes of the results of probes.")
public interface PostureMXBean {

    @Described("Derives the posture from the results that are there.")
    String deriveNow(@Described("the key of an asset, or all") String asset);

    @Described("Sets the posture aside and derives it again from the results of the last 24 hours.")
    String replay(@Described("the key of an asset, or all") String asset);

    @Described(
            "Sets the posture aside of assets with results in a range of time, and derives it again from all results since its"
                    + " beginning.")
    String replayRange(
            @Described("the key of an asset, or all") String asset,
            @Described("ISO-8601 in UTC, at most 7 days ago") String from,
            @Described("ISO-8601 in UTC, or now") String to);

    @Described("How far the running, or else the last, replay of a range has come.")
    String getRangeReplay();
}
