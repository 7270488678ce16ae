package io.secplat.runtime.setting;

import java.util.List;

/**
 * Keys that belong together.
 *
 * @param title the heading of their table in docs/OPERATIONS.md
 */
public record SettingSection(String title, List<Setting> settings) {

    public SettingSection {
        settings = List.copyOf(settings);
    }
}
