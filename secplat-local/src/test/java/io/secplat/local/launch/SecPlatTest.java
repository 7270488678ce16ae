package io.secplat.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecPlatTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void a_taken_port_is_a_message_that_names_its_variable_and_nothing_is_started() throws IOException {
        Map<String, String> environment = FreePorts.environment();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("SECPLAT_INBOX_PORT", Integer.toString(taken.getLocalPort()));
            assertThat(run(environment, "up")).isEqualTo(1);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("of inbox is taken by another program", "Set SECPLAT_INBOX_PORT to a free port");
        assertThat(Files.exists(folder.resolve("run/redis.pid"))).isFalse();
    }

    @Test
    void a_port_that_is_none_is_a_message_too() {
        Map<String, String> environment = FreePorts.environment();
        environment.put("SECPLAT_REDIS_PORT", "many");
        assertThat(run(environment, "up")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("SECPLAT_REDIS_PORT must be a port from 1 to 65535");
    }

    @Test
    void status_of_what_never_ran_lists_every_part_as_stopped() {
        assertThat(run(FreePorts.environment(), "status")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("postgres", "scan-workers", "verify-web", "stopped")
                .doesNotContain("ready");
    }

    @Test
    void an_unknown_name_is_answered_with_the_known_ones() {
        assertThat(run(FreePorts.environment(), "stop", "grafana")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("There is no grafana here", "notifier", "opensearch");
    }

    @Test
    void down_with_nothing_running_is_fine_and_wipe_forgets_everything() {
        assertThat(run(FreePorts.environment(), "down", "--wipe")).isZero();
        assertThat(folder).doesNotExist();
    }

    private int run(Map<String, String> environment, String... arguments) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new SecPlat(new Layout(folder, folder), environment, new Terminal(out)).execute(arguments);
    }
}
