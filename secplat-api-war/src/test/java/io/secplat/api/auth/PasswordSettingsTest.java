package io.secplat.api.auth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"admin", "password", "changeme", "secplat1", "viewer", "boss-user"})
    void a_well_known_password_stops_the_start_and_is_not_repeated(String password) {
        assertThatThrownBy(() -> settings(Optional.of(password)).run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("ADMIN_PASSWORD must")
                .hasMessageNotContaining("\"" + password + "\"");
    }

    @Test
    void others_and_none_are_fine() {
        assertThatCode(() -> settings(Optional.of("tr0mbone-Weather")).run()).doesNotThrowAnyException();
        assertThatCode(() -> settings(Optional.empty()).run()).doesNotThrowAnyException();
    }

    private static PasswordSettings settings(Optional<String> password) {
        return new PasswordSettings(
                List.of(new PasswordSettings.Given("ADMIN_PASSWORD", new FirstUsers.Account("boss-user", password))));
    }
}
