package io.secplat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {

    @Test
    void all_means_every_role() {
        assertThat(Roles.parse("all").active()).containsExactlyInAnyOrder(Role.values());
        assertThat(Roles.parse("all").label()).isEqualTo("all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void nothing_is_refused_and_does_not_mean_everything(String setting) {
        assertThatThrownBy(() -> Roles.parse(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("SECPLAT_ROLES is not set", "all, api", "scan-workers");
    }

    @Test
    void a_list_names_its_roles() {
        Roles roles = Roles.parse("scan-workers, notifier");

        assertThat(roles.active()).containsExactlyInAnyOrder(Role.SCAN_WORKERS, Role.NOTIFIER);
        assertThat(roles.has(Role.API)).isFalse();
        assertThat(roles.label()).isEqualTo("notifier+scan-workers");
    }

    @Test
    void an_unknown_role_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> Roles.parse("api,cook"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SECPLAT_ROLES")
                .hasMessageContaining("\"cook\"")
                .hasMessageContaining("scan-workers");
    }
}
