package io.secplat.runtime.setting;

import io.secplat.runtime.Role;
import java.util.List;

/** What can be set of posture, alerts and reports. */
final class PostureSettings {

    static final SettingSection SECTION = new SettingSection(
            "Posture",
            List.of(
                    Setting.of(
                                    "DERIVER_INTERVAL_SECONDS",
                                    "seconds",
                                    "how often all assets are derived without being asked",
                                    Role.DERIVER)
                            .usually("60"),
                    Setting.of(
                                    "DEBOUNCE_FAILURES",
                                    "results in a row",
                                    "failures that make an asset down",
                                    Role.DERIVER)
                            .usually("2"),
                    Setting.of(
                                    "DEBOUNCE_SUCCESSES",
                                    "results in a row",
                                    "successes that make it up again",
                                    Role.DERIVER)
                            .usually("1"),
                    Setting.of(
                                    "STALE_THRESHOLD_SECONDS",
                                    "seconds",
                                    "without results for longer, or for three intervals, an asset is stale",
                                    Role.DERIVER)
                            .usually("300"),
                    Setting.of("FLAP_HIGH_PERCENT", "percent", "where flapping begins", Role.DERIVER)
                            .usually("30"),
                    Setting.of("FLAP_LOW_PERCENT", "percent", "where flapping ends", Role.DERIVER)
                            .usually("25"),
                    Setting.of("FLAP_MODE", "`weighted21`", "how flapping is computed; there is one way", Role.DERIVER)
                            .usually("weighted21"),
                    Setting.of(
                                    "POSTURE_CACHE_TTL_SECONDS",
                                    "seconds",
                                    "how old a posture list, summary or overview may be, 0 to 300; 0 asks the stores each "
                                            + "time",
                                    Role.API)
                            .usually("5"),
                    Setting.of(
                                    "FINDINGS_CACHE_TTL_SECONDS",
                                    "seconds",
                                    "how long a page of the finding list may be reused; a change in the same server ends that "
                                            + "at once, so this is how late a change in another replica may show. 0 keeps nothing",
                                    Role.API)
                            .usually("1"),
                    Setting.of(
                                    "LATENCY_SLO_MS",
                                    "milliseconds",
                                    "above it an asset's newest latency misses its objective",
                                    Role.API)
                            .usually("200"),
                    Setting.of(
                                    "LIVE_MAX_READERS",
                                    "count",
                                    "readers of `/api/stream`, and followers of jobs, that one server keeps at the same time; "
                                            + "one more gets 503 and `Retry-After`",
                                    Role.API)
                            .usually("500"),
                    Setting.of(
                                    "SNAPSHOT_INTERVAL_MINUTES",
                                    "minutes",
                                    "how often a snapshot is stored without being asked for, 0 to 1440; 0 never",
                                    Role.API)
                            .usually("60"),
                    Setting.of("SNAPSHOTS_RETENTION_KEEP", "count", "the newest snapshots that are kept", Role.API)
                            .usually("500"),
                    Setting.of(
                                    "ALERT_RECONCILE_SECONDS",
                                    "seconds",
                                    "how often statuses and alerts are compared",
                                    Role.API)
                            .usually("30"),
                    Setting.of(
                                    "ALERT_ESCALATION_MINUTES",
                                    "growing comma list of minutes, each 1 to 10080, such as `15,30`",
                                    "after how long an outage that nobody acknowledged is told again, one step further each "
                                            + "time ([INBOUND.md](INBOUND.md))",
                                    Role.API)
                            .otherwise("unset: none")));

    private PostureSettings() {}
}
