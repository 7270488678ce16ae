package io.secplat.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.runtime.setting.KnownSettings;
import io.secplat.runtime.setting.Setting;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The list in docs/ADMIN.md of what changes without a restart names every setting that is described as read again, and no other.
 * That they are is shown by PlanChangeIT and JwtAccessTokensTest.
 */
class LiveSettingsTest {

    private static final Pattern LIST =
            Pattern.compile("## What changes without a restart\n(.*?)(?:\n## |\\z)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("`([A-Z]+(?:_[A-Z]+)+)`");

    @Test
    void the_list_names_the_settings_that_are_read_again() throws IOException {
        Set<String> described = KnownSettings.SECTIONS.stream()
                .flatMap(section -> section.settings().stream())
                .filter(setting -> setting.meaning().toLowerCase(Locale.ROOT).contains("read again"))
                .map(Setting::name)
                .collect(Collectors.toCollection(TreeSet::new));

        String list = Repository.all(LIST, Repository.text("docs/ADMIN.md")).get(0);

        assertThat(described).isNotEmpty();
        assertThat(new TreeSet<>(Repository.all(NAME, list))).isEqualTo(described);
    }
}
