package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the servers of the running platform have logged: JSON, and each line says what it is about. */
class LogsJourneyIT {

    /** Liberty's and the JVM's own, before the configuration is read that asks for JSON. */
    private static final Pattern BEFORE_THE_CONFIGURATION = Pattern.compile("|Launching .* \\(Open Liberty .*"
            + "|\\[(AUDIT {3}|WARNING )] CWWK(E0001I|G0028A|G0084W): .*|OpenJDK .* VM warning: .*");

    /** Lines that are written while a message is worked on, and at no other time. */
    private static final Pattern ABOUT_A_MESSAGE =
            Pattern.compile("notify\\.deliver|correlation\\..*|scan\\.run|stream\\.(handle .*|retry|dead_letter)");

    private static Platform platform;
    private static String request;

    @BeforeAll
    static void call() {
        platform = Platform.shared();
        Answer answer = platform.admin()
                .post("/api/notifications/test", Http.json(Map.of()))
                .expect(200);
        request = answer.header("X-Request-Id");
        await().atMost(Platform.PATIENCE).until(() -> delivered(), lines -> !lines.isEmpty());
    }

    private static List<JsonObject> delivered() {
        return ServerLog.of(platform, "notifier").ours().stream()
                .filter(line -> line.getString("request_id", "").equals(request))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "ingestion", "deriver", "scan-workers", "correlator", "notifier"})
    void every_line_of_a_server_is_json_once_it_has_read_its_configuration(String role) {
        ServerLog log = ServerLog.of(platform, role);

        assertThat(log.written()).hasSizeGreaterThan(log.plain().size());
        assertThat(log.plain())
                .allMatch(line -> BEFORE_THE_CONFIGURATION.matcher(line).matches());
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "ingestion", "deriver", "scan-workers", "correlator", "notifier"})
    void every_line_of_ours_says_when_who_and_what_and_a_line_about_a_message_says_which(String role) {
        assertThat(ServerLog.of(platform, role).ours()).allSatisfy(line -> {
            assertThat(line).containsKeys("ts", "level", "status");
            assertThat(line.getString("service")).isEqualTo(role);
            boolean about = ABOUT_A_MESSAGE.matcher(line.getString("action")).matches();
            assertThat(!about || line.containsKey("event_id"))
                    .as("event_id of %s", line)
                    .isTrue();
            assertThat(!line.containsKey("event_id")
                            || !line.getString("request_id", "").isEmpty())
                    .as("request_id of %s", line)
                    .isTrue();
        });
    }

    @Test
    void a_call_is_found_again_in_the_log_of_the_server_that_its_message_reached() {
        assertThat(delivered()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.getString("action")).isEqualTo("notify.deliver");
            assertThat(line.getString("event_id")).isNotEmpty();
        });
    }
}
