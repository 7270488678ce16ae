package io.secplat.runtime.setting;

import io.secplat.runtime.Role;
import java.util.List;

/** What can be set of jobs. */
final class JobSettings {

    static final SettingSection SECTION = new SettingSection(
            "Jobs",
            List.of(
                    Setting.of(
                                    "JOB_LEASE_SECONDS",
                                    "seconds",
                                    "a worker that is silent for longer loses its job",
                                    Role.API,
                                    Role.SCAN_WORKERS)
                            .usually("60"),
                    Setting.of("JOB_MAX_ATTEMPTS", "count", "lost leases after which a job is failed", Role.API)
                            .usually("5"),
                    Setting.of(
                                    "JOBS_PER_HOST",
                                    "count",
                                    "jobs that examine one host at the same time, 1 to 100; an asset has one at most",
                                    Role.API)
                            .usually("2"),
                    Setting.of(
                                    "SCAN_CONCURRENCY",
                                    "count, 1 to 64",
                                    "scans that one server runs at the same time",
                                    Role.SCAN_WORKERS)
                            .usually("8"),
                    Setting.of(
                                    "MAX_SCAN_DURATION_SECONDS",
                                    "seconds",
                                    "a scan that takes longer is ended",
                                    Role.SCAN_WORKERS)
                            .usually("300"),
                    Setting.of(
                                    "HSTS_PRELOAD_FILE",
                                    "path",
                                    "the HSTS preload list for the header score, in the form of Chromium's "
                                            + "`transport_security_state_static.json`, at most 64 MiB; read once at start "
                                            + "([SCANS.md](SCANS.md))",
                                    Role.SCAN_WORKERS)
                            .otherwise("unset: no host counts as preloaded")));

    private JobSettings() {}
}
