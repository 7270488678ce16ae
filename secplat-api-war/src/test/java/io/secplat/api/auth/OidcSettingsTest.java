package io.secplat.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcSettingsTest {

    private final Map<String, String> values = new HashMap<>(Map.of(
            "OIDC_ISSUER", "https://id.example.org/realm",
            "OIDC_CLIENT_ID", "secplat",
            "OIDC_CLIENT_SECRET", "s3cret",
            "FRONTEND_URL", "https://secplat.example.org/"));

    @Test
    void the_provider_sends_browsers_back_to_the_api_behind_the_website() {
        OidcSettings settings = read().orElseThrow();
        assertThat(settings.redirect()).hasToString("https://secplat.example.org/api/auth/oidc/callback");
        assertThat(settings.scopes()).isEqualTo("openid profile email");
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @Test
    void without_an_issuer_there_is_no_provider() {
        values.remove("OIDC_ISSUER");
        assertThat(read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "FRONTEND_URL"})
    void half_of_the_settings_names_what_is_missing(String missing) {
        values.put(missing, " ");
        assertThatThrownBy(this::read).hasMessageStartingWith(missing + " is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://id.example.org", "id.example.org", "ftp://id.example.org", "https://", "a b"})
    void an_issuer_that_could_be_anybody_is_refused(String issuer) {
        values.put("OIDC_ISSUER", issuer);
        assertThatThrownBy(this::read).hasMessageStartingWith("OIDC_ISSUER");
    }

    private Optional<OidcSettings> read() {
        return OidcSettings.read(name -> Optional.ofNullable(values.get(name)));
    }
}
