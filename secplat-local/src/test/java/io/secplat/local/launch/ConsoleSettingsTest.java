package io.secplat.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.local.admin.Console;
import io.secplat.local.process.StartFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleSettingsTest {

    @TempDir
    Path folder;

    @Test
    void each_server_has_a_console_of_its_own_when_they_are_asked_for() throws IOException {
        LocalPlatform platform = platform(Map.of("SECPLAT_CONSOLE", "on", "SECPLAT_NOTIFIER_PORT", "9185"));
        Console console = platform.console(Part.NOTIFIER);
        Map<String, String> environment = new ServerEnvironment(
                        platform.layout(), platform.settings(), platform.secrets(), Map.of())
                .of(Part.NOTIFIER);

        assertThat(console.address()).hasToString("https://127.0.0.1:9548");
        assertThat(environment)
                .containsEntry("SECPLAT_CONSOLE", "on")
                .containsEntry("CONSOLE_PORT", "9548")
                .containsEntry("CONSOLE_USER", console.user())
                .containsEntry("CONSOLE_PASSWORD", console.password());
        assertThat(console.keys().toString()).endsWith("servers/notifier/resources/security/key.p12");
    }

    @Test
    void servers_and_their_client_use_the_key_store_that_is_given() throws IOException {
        LocalPlatform platform = platform(Map.of("SECPLAT_CONSOLE", "on", "CONSOLE_KEYSTORE", "/keys/ours.p12"));
        Map<String, String> environment = new ServerEnvironment(
                        platform.layout(), platform.settings(), platform.secrets(), Map.of())
                .of(Part.DERIVER);

        assertThat(environment).containsEntry("CONSOLE_KEYSTORE", "/keys/ours.p12");
        assertThat(platform.console(Part.DERIVER).keys()).isEqualTo(Path.of("/keys/ours.p12"));
    }

    @Test
    void a_reader_is_let_in_when_that_is_asked_for() throws IOException {
        LocalPlatform platform = platform(Map.of("SECPLAT_CONSOLE", "on", "SECPLAT_CONSOLE_READER", "on"));
        Map<String, String> environment = new ServerEnvironment(
                        platform.layout(), platform.settings(), platform.secrets(), Map.of())
                .of(Part.DERIVER);

        assertThat(environment)
                .containsEntry("SECPLAT_CONSOLE_READER", "on")
                .containsEntry("CONSOLE_READER", "reader")
                .containsEntry("CONSOLE_READER_PASSWORD", platform.secrets().password("console-reader"));
        assertThat(environment.get("CONSOLE_READER_PASSWORD"))
                .isNotEqualTo(platform.console(Part.DERIVER).password());
    }

    @Test
    void without_being_asked_for_there_is_none_and_stores_never_have_one() throws IOException {
        LocalPlatform platform = platform(Map.of());
        assertThatThrownBy(() -> platform.console(Part.API))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("SECPLAT_CONSOLE=on ./secplat up");
        assertThatThrownBy(() -> platform(Map.of("SECPLAT_CONSOLE", "on")).console(Part.REDIS))
                .hasMessageContaining("redis is no server of ours");
        assertThat(new ServerEnvironment(platform.layout(), platform.settings(), platform.secrets(), Map.of())
                        .of(Part.API))
                .doesNotContainKeys("SECPLAT_CONSOLE", "CONSOLE_PASSWORD");
    }

    private LocalPlatform platform(Map<String, String> environment) {
        return LocalPlatform.fresh(new Layout(folder, folder.resolve("data")), environment);
    }
}
