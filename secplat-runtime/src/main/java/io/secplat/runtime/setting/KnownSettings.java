package io.secplat.runtime.setting;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Every key that a server reads. */
public final class KnownSettings {

    /** In the order of docs/OPERATIONS.md. */
    public static final List<SettingSection> SECTIONS = List.of(
            ServerSettings.SECTION,
            StoreSettings.SECTION,
            SignInSettings.SECTION,
            ProbeSettings.SECTION,
            PostureSettings.SECTION,
            JobSettings.SECTION,
            StreamSettings.SECTION,
            ChannelSettings.SECTION);

    private static final Map<String, Setting> BY_NAME = SECTIONS.stream()
            .flatMap(section -> section.settings().stream())
            .collect(toUnmodifiableMap(Setting::name, Function.identity()));

    private KnownSettings() {}

    /** The key of that name; empty when no server reads it. */
    public static Optional<Setting> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The value of a key when none is given; an IllegalArgumentException when the key, or such a value, does not exist. */
    public static String usual(String name) {
        return find(name)
                .map(Setting::usual)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(name + " has no usual value"));
    }
}
