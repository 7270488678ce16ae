package io.secplat.runtime.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.runtime.Role;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KnownSettingsTest {

    private static final List<Setting> ALL = KnownSettings.SECTIONS.stream()
            .flatMap(section -> section.settings().stream())
            .toList();

    private static final Pattern SOUNDS_SECRET = Pattern.compile("(?i)PASSWORD|SECRET|TOKEN|KEY|WEBHOOK|SID\\b|HMAC");

    /** Where a secret is, or how long it counts, is none. */
    private static final Pattern AROUND_SECRETS = Pattern.compile("_(FILE|DIR|MINUTES|KEYSTORE)$|JIRA_PROJECT_KEY");

    @Test
    void each_key_is_there_once_and_is_described() {
        assertThat(ALL).extracting(Setting::name).doesNotHaveDuplicates();
        assertThat(ALL)
                .allMatch(setting ->
                        !setting.form().isBlank() && !setting.meaning().isBlank());
        assertThat(ALL).allMatch(setting -> !setting.readers().isEmpty());
    }

    @Test
    void what_sounds_like_a_secret_is_one_and_has_no_usual_value() {
        assertThat(ALL)
                .filteredOn(setting -> SOUNDS_SECRET.matcher(setting.name()).find()
                        && !AROUND_SECRETS.matcher(setting.name()).find())
                .isNotEmpty()
                .allMatch(Setting::secret);
        assertThat(ALL).filteredOn(Setting::secret).allMatch(setting -> setting.usual()
                .isEmpty());
    }

    @Test
    void a_key_is_found_by_its_name() {
        assertThat(KnownSettings.find("POSTGRES_USER")).hasValueSatisfying(setting -> {
            assertThat(setting.readers()).containsExactly(Role.API);
            assertThat(setting.usual()).isEqualTo("secplat");
        });
        assertThat(KnownSettings.find("PATH")).isEmpty();
    }

    @Test
    void asking_for_a_usual_value_that_does_not_exist_is_refused() {
        assertThat(KnownSettings.usual("SLACK_BURST")).isEqualTo("5");
        assertThatThrownBy(() -> KnownSettings.usual("REDIS_URL")).hasMessage("REDIS_URL has no usual value");
        assertThatThrownBy(() -> KnownSettings.usual("SLACK_BURTS")).hasMessage("SLACK_BURTS has no usual value");
    }
}
