package io.secplat.runtime.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.runtime.GivenConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsConsoleTest {

    @Test
    void our_settings_are_shown_secrets_are_masked_and_the_machines_variables_are_left_out() {
        SettingsConsole console = new SettingsConsole(new GivenConfig(Map.of(
                "REDIS_URL", "redis://app:hunter2@redis:6379",
                "SLACK_WEBHOOK_URL", "https://hooks.example.org/hunter2",
                "TWILIO_AUTH_TOKEN", "hunter2",
                "SCANNER_SERVICE_PASSWORD", "hunter2",
                "AUDIT_HMAC_KEY_FILE", "/run/secrets/audit.keys",
                "JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "15",
                "DERIVER_INTERVAL_SECONDS", "60",
                "OIDC_CLIENT_SECRET", "",
                "PATH", "/usr/bin",
                "CLOUD_SECRET", "hunter2")));

        assertThat(console.showConfiguration())
                .containsExactly(
                        "AUDIT_HMAC_KEY_FILE=/run/secrets/audit.keys",
                        "DERIVER_INTERVAL_SECONDS=60",
                        "JWT_ACCESS_TOKEN_EXPIRE_MINUTES=15",
                        "OIDC_CLIENT_SECRET=",
                        "REDIS_URL=redis://****@redis:6379",
                        "SCANNER_SERVICE_PASSWORD=****",
                        "SLACK_WEBHOOK_URL=****",
                        "TWILIO_AUTH_TOKEN=****");
    }
}
