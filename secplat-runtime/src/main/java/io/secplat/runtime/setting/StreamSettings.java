package io.secplat.runtime.setting;

import io.secplat.runtime.Role;
import java.util.List;

/** What can be set of streams and their consumers. */
final class StreamSettings {

    private static final Role[] CONSUMERS = {Role.API, Role.DERIVER, Role.SCAN_WORKERS, Role.CORRELATOR, Role.NOTIFIER};

    static final SettingSection SECTION = new SettingSection(
            "Streams",
            List.of(
                    Setting.of(
                                    "STREAM_CLAIM_IDLE_MS",
                                    "milliseconds",
                                    "a message untouched for longer is taken over from its consumer",
                                    CONSUMERS)
                            .usually("120000"),
                    Setting.of(
                                    "STREAM_MAX_RETRIES",
                                    "count",
                                    "retries of a message before it becomes a dead letter",
                                    CONSUMERS)
                            .usually("5"),
                    Setting.of(
                                    "RETRY_BASE_MS",
                                    "milliseconds",
                                    "first delay of a retry; each further one is twice as long",
                                    CONSUMERS)
                            .usually("1000"),
                    Setting.of("RETRY_MAX_MS", "milliseconds", "longest delay of a retry", CONSUMERS)
                            .usually("60000"),
                    Setting.of(
                                    "NOTIFIER_STREAM_CLAIM_IDLE_MS",
                                    "milliseconds",
                                    "the same for the notifier; one that takes over gets at once what the last one had in hand, so this is for entries that it lost sight of",
                                    Role.NOTIFIER)
                            .usually("30000")
                            .otherwise("`STREAM_CLAIM_IDLE_MS` if that is less"),
                    Setting.of("NOTIFIER_STREAM_MAX_RETRIES", "count", "the same for the notifier", Role.NOTIFIER)
                            .otherwise("unset: `STREAM_MAX_RETRIES`"),
                    Setting.of(
                                    "CORRELATOR_STREAM_CLAIM_IDLE_MS",
                                    "milliseconds",
                                    "the same for the correlator alone",
                                    Role.CORRELATOR)
                            .otherwise("unset: `STREAM_CLAIM_IDLE_MS`"),
                    Setting.of(
                                    "CORRELATOR_STREAM_MAX_RETRIES",
                                    "count",
                                    "the same for the correlator alone",
                                    Role.CORRELATOR)
                            .otherwise("unset: `STREAM_MAX_RETRIES`"),
                    Setting.of(
                                    "NOTIFIER_CONSUMER",
                                    "text",
                                    "name in the consumer group; unique per process",
                                    Role.NOTIFIER)
                            .otherwise("unset: `<role>-<host>-<pid>`"),
                    Setting.of("CORRELATOR_CONSUMER", "text", "the same for the correlator", Role.CORRELATOR)
                            .otherwise("unset: `<role>-<host>-<pid>`")));

    private StreamSettings() {}
}
