package io.secplat.documentation;

import io.secplat.runtime.Role;
import io.secplat.runtime.setting.Setting;
import io.secplat.runtime.setting.SettingSection;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The table of a section of settings in docs/OPERATIONS.md: as it must be, and where it is. */
record SettingsTable(SettingSection section) {

    private static final String HEAD =
            """
            | setting | unit, form | default | read by | meaning |
            |---|---|---|---|---|
            """;

    /** The page with this table under the heading of its section; an IllegalStateException when there is no such place. */
    String in(String page) {
        int heading = page.indexOf("\n### " + section.title() + "\n");
        int begin = page.indexOf(HEAD, heading);
        int end = page.indexOf("\n\n", begin);
        if (heading < 0 || begin < 0 || end < 0) {
            throw new IllegalStateException("no table under the heading \"### " + section.title() + '"');
        }
        return page.substring(0, begin) + text() + page.substring(end + 1);
    }

    private String text() {
        return HEAD + section.settings().stream().map(SettingsTable::row).collect(Collectors.joining());
    }

    private static String row(Setting setting) {
        return "| `%s` | %s%s | %s | %s | %s |\n"
                .formatted(
                        setting.name(),
                        setting.form(),
                        setting.secret() ? ", secret" : "",
                        usual(setting),
                        readers(setting.readers()),
                        setting.meaning());
    }

    private static String usual(Setting setting) {
        if (setting.usual().isEmpty()) {
            return setting.otherwise().isEmpty() ? "–" : setting.otherwise();
        }
        String value = "`" + setting.usual() + "`";
        return setting.otherwise().isEmpty() ? value : value + ", or " + setting.otherwise();
    }

    /** The letters that the page explains. */
    private static String readers(Set<Role> readers) {
        if (readers.isEmpty()) {
            return "`./secplat`";
        }
        String missing = letters(role -> !readers.contains(role));
        return switch (readers.size()) {
            case 6 -> "all";
            case 5 -> "all but " + missing;
            default -> letters(readers::contains);
        };
    }

    private static String letters(Predicate<Role> which) {
        return Arrays.stream(Role.values())
                .filter(which)
                .map(role -> role.name().substring(0, 1))
                .collect(Collectors.joining(", "));
    }
}
