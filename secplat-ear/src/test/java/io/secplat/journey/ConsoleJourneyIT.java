package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.contracts.event.StreamName;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each server has a console, over TLS and with the client of {@code ./secplat admin}: it tells of the server and of no secret. */
class ConsoleJourneyIT {

    private final Platform platform = Platform.shared();

    @ParameterizedTest
    @ValueSource(strings = {"API", "INGESTION", "DERIVER", "SCAN_WORKERS", "CORRELATOR", "NOTIFIER"})
    void each_server_tells_of_its_loops_and_settings_and_no_secret(String part) throws IOException {
        ServerConsole console = ServerConsole.of(platform, part);
        String role = part.toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(console.loops()).isNotEmpty().allSatisfy((loop, told) -> {
            assertThat(told).as(loop).containsEntry("State", "running").containsEntry("LastError", "");
        });
        assertThat(console.operations()).isNotEmpty().allSatisfy(operation -> assertThat(operation.description())
                .as(operation.name())
                .isNotBlank());
        List<String> settings = console.act("showConfiguration");
        assertThat(settings).contains("SECPLAT_ROLES=" + role, "CONSOLE_PASSWORD=****");
        PlatformSecrets secrets = PlatformSecrets.of(platform);
        assertThat(secrets.leaks(settings + " " + console.attributes())).isEmpty();
    }

    @Test
    void what_is_secret_by_its_name_is_told_as_given_but_masked() {
        assertThat(ServerConsole.of(platform, "NOTIFIER").act("showConfiguration"))
                .contains("TWILIO_AUTH_TOKEN=****", "JIRA_API_TOKEN=****", "SLACK_WEBHOOK_URL=****");
        assertThat(ServerConsole.of(platform, "API").act("showConfiguration"))
                .contains("POSTGRES_PASSWORD=****", "ADMIN_PASSWORD=****", "POSTGRES_USER=secplat");
    }

    @Test
    void the_command_line_goes_the_same_way() {
        platform.secplat("admin", "deriver");
        platform.secplat("admin", "api", "listDeadLetters", StreamName.NOTIFY.wire(), "1");
        assertThatThrownBy(() -> platform.secplat("admin", "notifier", "pause", "no-such-loop"))
                .hasMessageContaining("There is no such operation. There are: pause");
    }
}
