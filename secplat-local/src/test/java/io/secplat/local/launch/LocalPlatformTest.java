package io.secplat.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.local.Client;
import io.secplat.local.process.ProcessStamp;
import io.secplat.local.process.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPlatformTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private LocalPlatform platform;

    @BeforeEach
    void platform() {
        platform = LocalPlatform.fresh(new Layout(folder, folder.resolve("data")), FreePorts.environment());
    }

    @AfterEach
    void stop() throws IOException {
        platform.stop(Part.VERIFY_WEB);
    }

    @Test
    void a_part_is_started_found_again_killed_started_again_and_stopped() throws Exception {
        assertThat(platform.condition(Part.VERIFY_WEB)).isEqualTo(Condition.STOPPED);
        Running first = platform.start(Part.VERIFY_WEB);
        first.awaitReady(LIMIT);
        assertThat(platform.start(Part.VERIFY_WEB).stamp()).isEqualTo(first.stamp());
        assertThat(platform.condition(Part.VERIFY_WEB)).isEqualTo(Condition.READY);

        assertThat(platform.kill(Part.VERIFY_WEB)).isTrue();
        assertThat(platform.condition(Part.VERIFY_WEB)).isEqualTo(Condition.DIED);

        platform.start(Part.VERIFY_WEB).awaitReady(LIMIT);
        assertThat(new Client(platform.settings().port(Part.VERIFY_WEB))
                        .get("/")
                        .statusCode())
                .isEqualTo(200);
        assertThat(platform.stop(Part.VERIFY_WEB)).isTrue();
        assertThat(platform.stop(Part.VERIFY_WEB)).isFalse();
        assertThat(platform.condition(Part.VERIFY_WEB)).isEqualTo(Condition.STOPPED);
    }

    @Test
    void a_process_that_got_a_recycled_id_is_left_alone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            RunBook book = new RunBook(platform.layout().run());
            book.started(Part.VERIFY_WEB, new ProcessStamp(stranger.pid(), "an earlier boot:1"));
            assertThat(platform.running(Part.VERIFY_WEB)).isEmpty();
            assertThat(platform.kill(Part.VERIFY_WEB)).isFalse();
            assertThat(platform.stop(Part.VERIFY_WEB)).isFalse();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_later_command_knows_the_ports_and_variables_of_up() throws Exception {
        Files.createDirectories(platform.layout().run());
        platform.record(true);
        LocalPlatform later =
                LocalPlatform.recorded(platform.layout(), Map.of("JOB_LEASE_SECONDS", "5", "SECPLAT_SHOP_PORT", "1"));
        assertThat(later.isSingle()).isTrue();
        assertThat(later.parts()).contains(Part.ALL).doesNotContain(Part.API);
        assertThat(later.settings().port(Part.SHOP))
                .isEqualTo(platform.settings().port(Part.SHOP));
        assertThat(later.settings().get("JOB_LEASE_SECONDS")).contains("5");
    }
}
