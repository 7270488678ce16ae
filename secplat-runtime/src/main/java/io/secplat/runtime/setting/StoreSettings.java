package io.secplat.runtime.setting;

import io.secplat.runtime.Role;
import java.util.List;

/** What can be set of the stores. */
final class StoreSettings {

    static final SettingSection SECTION = new SettingSection(
            "Stores",
            List.of(
                    Setting.of("POSTGRES_URL", "JDBC URL", "the database", Role.API)
                            .usually("jdbc:postgresql://localhost:5432/secplat"),
                    Setting.of("POSTGRES_USER", "text", "user of the database", Role.API)
                            .usually("secplat"),
                    Setting.of("POSTGRES_PASSWORD", "text", "password of that user", Role.API)
                            .otherwise("unset: an empty one")
                            .asSecret(),
                    Setting.of("POSTGRES_MAX_CONNECTIONS", "count", "size of the pool of one server", Role.API)
                            .usually("20"),
                    Setting.of(
                                    "OPENSEARCH_URL",
                                    "URL",
                                    "may carry `user:password@`",
                                    Role.API,
                                    Role.INGESTION,
                                    Role.DERIVER)
                            .usually("http://localhost:9200"),
                    Setting.of(
                                    "EVENTS_INDEX",
                                    "name",
                                    "index or alias of the health events",
                                    Role.API,
                                    Role.INGESTION,
                                    Role.DERIVER)
                            .usually("secplat-events"),
                    Setting.of("ASSETS_INDEX", "name", "index or alias of the inventory mirror", Role.API, Role.DERIVER)
                            .usually("secplat-assets"),
                    Setting.of("STATUS_INDEX", "name", "index or alias of the status documents", Role.API, Role.DERIVER)
                            .usually("secplat-asset-status"),
                    Setting.of(
                                    "EVENT_HOURS_INDEX",
                                    "name",
                                    "index or alias of the counted hours",
                                    Role.API,
                                    Role.DERIVER)
                            .usually("secplat-event-hours"),
                    Setting.of(
                                    "REDIS_URL",
                                    "URL, see below",
                                    "the streams, and what the notifier has told already",
                                    Role.values())
                            .otherwise("unset: streams are off"),
                    Setting.of(
                                    "REDIS_SENTINEL_PASSWORD",
                                    "text",
                                    "password of the sentinels, which is not that of their servers",
                                    Role.values())
                            .otherwise("unset: asked without one")
                            .asSecret(),
                    Setting.of("REDIS_SENTINEL_USER", "text", "whose password it is", Role.values())
                            .otherwise("unset: the default user"),
                    Setting.of(
                                    "REDIS_CA_FILE",
                                    "path",
                                    "authorities (PEM) whose certificates Redis and its sentinels may have, read at the start",
                                    Role.values())
                            .otherwise("unset: what the Java runtime trusts")));

    private StoreSettings() {}
}
