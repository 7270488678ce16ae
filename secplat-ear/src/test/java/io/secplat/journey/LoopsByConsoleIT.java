package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Http;
import io.secplat.local.admin.AdminException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The operator stops loops, lets them go on and makes them wider, and sees what that does to the platform. */
class LoopsByConsoleIT {

    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Platform platform = Platform.shared();

    @Test
    void a_paused_notifier_tells_nobody_until_it_is_resumed() {
        ServerConsole console = ServerConsole.of(platform, "NOTIFIER");

        assertThat(console.onLoop("notifiers", "pause")).containsExactly("notifiers is now paused.");
        assertThat(console.onLoop("notifiers", "pause")).containsExactly("notifiers was already paused.");
        console.awaitState("notifiers", "paused");
        platform.awaitReadiness("NOTIFIER", 503);
        isToldAfterResuming(console);
    }

    @Test
    void a_drained_notifier_begins_anew_when_it_is_resumed() {
        ServerConsole console = ServerConsole.of(platform, "NOTIFIER");

        console.onLoop("notifiers", "drain");
        console.awaitState("notifiers", "drained");
        platform.awaitReadiness("NOTIFIER", 503);
        isToldAfterResuming(console);
    }

    /** Sends a test message to a notifier that stands still. */
    private void isToldAfterResuming(ServerConsole console) {
        long handled = handled(console);
        long before = platform.told("Sent by the operator");
        assertThat(console.act("sendTestNotification", "slack"))
                .singleElement()
                .asString()
                .startsWith("Sent as test:");
        await().during(QUIET).atMost(Platform.PATIENCE).until(() -> platform.told("Sent by the operator") == before);

        console.onLoop("notifiers", "resume");

        console.awaitState("notifiers", "running");
        await().atMost(Platform.PATIENCE).until(() -> platform.told("Sent by the operator operator") == before + 1);
        await().atMost(Platform.PATIENCE).until(() -> handled(console) > handled);
        platform.awaitReadiness("NOTIFIER", 200);
    }

    private static long handled(ServerConsole console) {
        return List.of(console.ofLoop("notifiers", "Counters").split(", ", -1)).stream()
                .filter(counter -> counter.startsWith("handled="))
                .mapToLong(counter -> Long.parseLong(counter.substring("handled=".length())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_channel_that_is_not_there_is_refused_and_those_that_are_are_named() {
        ServerConsole console = ServerConsole.of(platform, "NOTIFIER");

        assertThatThrownBy(() -> console.act("sendTestNotification", "pigeon"))
                .isInstanceOf(AdminException.class)
                .hasMessage("there is no channel pigeon; there are [slack]");
    }

    @Test
    void more_scans_run_at_the_same_time_when_the_operator_says_so() {
        ServerConsole console = ServerConsole.of(platform, "SCAN_WORKERS");
        Http admin = platform.admin();
        String before = console.ofLoop("workers", "Concurrency");

        assertThat(console.onLoop("workers", "setConcurrency", "4"))
                .containsExactly("Concurrency is 4, was " + before + ".");
        assertThat(console.ofLoop("workers", "Concurrency")).isEqualTo("4");
        for (String value : List.of("0", "65")) {
            assertThatThrownBy(() -> console.onLoop("workers", "setConcurrency", value))
                    .isInstanceOf(AdminException.class)
                    .hasMessageContaining("1 to 64");
        }
        await().atMost(Platform.PATIENCE)
                .untilAsserted(() -> assertThat(Platform.audited(admin, "admin.setConcurrency"))
                        .anyMatch(row -> row.contains("[\"4\"]") && row.contains("\"done\""))
                        .anyMatch(row -> row.contains("[\"65\"]") && row.contains("\"refused\"")));
        console.onLoop("workers", "setConcurrency", before);
        assertThat(console.ofLoop("workers", "Concurrency")).isEqualTo(before);
    }
}
