package io.secplat.local.launch;

import io.secplat.runtime.setting.Setting;
import io.secplat.runtime.setting.SettingSection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What can be set of the local run; the servers that it starts are told of what their roles read. */
public final class LocalSettings {

    private static final List<Setting> OTHERS = List.of(
            Setting.of("SECPLAT_DATA", "folder", "where data, logs and secrets are")
                    .otherwise("unset: `.secplat` beside the launcher"),
            Setting.of("SECPLAT_REDIS_SERVER", "path", "another Redis, or a Valkey such as `/usr/bin/valkey-server`")
                    .otherwise("unset: the Redis 7 that comes along"));

    public static final SettingSection SECTION = new SettingSection(
            "The local run", Stream.concat(ports(), OTHERS.stream()).toList());

    private LocalSettings() {}

    private static Stream<Setting> ports() {
        return Arrays.stream(Part.values()).filter(part -> part != Part.ALL).map(part -> Setting.of(
                        part.portVariable(), "port", "where `" + part.title() + "` listens")
                .usually(Integer.toString(part.usualPort())));
    }
}
