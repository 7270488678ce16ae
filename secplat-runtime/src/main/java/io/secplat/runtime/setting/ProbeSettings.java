package io.secplat.runtime.setting;

import io.secplat.runtime.Role;
import java.util.List;

/** What can be set of assets and probes. */
final class ProbeSettings {

    static final SettingSection SECTION = new SettingSection(
            "Assets and probes",
            List.of(
                    Setting.of(
                            "API_HEALTH_URL",
                            "URL",
                            "probe of the default asset `secplat-api`, when the inventory is empty at start; unset "
                                    + "leaves it without a probe",
                            Role.API),
                    Setting.of("VERIFY_WEB_URL", "URL", "the same for `verify-web`", Role.API),
                    Setting.of("EXAMPLE_COM_URL", "URL", "the same for `example-com`", Role.API)
                            .usually("https://example.com"),
                    Setting.of("JUICE_URL", "URL", "the same for `juice-shop`", Role.API),
                    Setting.of(
                                    "INGESTION_STATE_DIR",
                                    "folder",
                                    "where the last list of assets is kept, so that probing goes on after a restart without "
                                            + "the API",
                                    Role.INGESTION)
                            .otherwise("unset: nothing is kept"),
                    Setting.of("INGESTION_CHECKS_AT_ONCE", "count", "checks that run at the same time", Role.INGESTION)
                            .usually("64"),
                    Setting.of(
                                    "SECPLAT_ALLOWED_NETWORKS",
                                    "comma list of CIDRs",
                                    "networks that are not public and that probes, scans and domain verification may reach "
                                            + "all the same; metadata services of clouds never",
                                    Role.API,
                                    Role.INGESTION,
                                    Role.SCAN_WORKERS)
                            .otherwise("unset: none"),
                    Setting.of(
                                    "SECPLAT_ALLOWED_PORTS",
                                    "comma list of ports and spans, `8080,8440-8443`",
                                    "ports that a redirect may lead to besides 80, 443 and the one that the asset states in "
                                            + "its name or probe",
                                    Role.API,
                                    Role.INGESTION,
                                    Role.SCAN_WORKERS)
                            .otherwise("unset: none"),
                    Setting.of(
                                    "MAX_REQUESTS_PER_SECOND",
                                    "count, 1 to 1000",
                                    "requests to one host in a second by all scans and verifications of this server together; "
                                            + "a host that was left alone takes a second's worth at once, further ones wait. Probes "
                                            + "keep their schedule and are not counted",
                                    Role.API,
                                    Role.SCAN_WORKERS)
                            .usually("10"),
                    Setting.of(
                                    "VERIFICATION_MAX_AGE_DAYS",
                                    "days, 1 to 3650",
                                    "after which the proof of a domain ends and scans of the asset fail, `Domain not "
                                            + "verified`. People are reminded 14 days before, or at half its life where that is shorter",
                                    Role.API)
                            .usually("90")));

    private ProbeSettings() {}
}
