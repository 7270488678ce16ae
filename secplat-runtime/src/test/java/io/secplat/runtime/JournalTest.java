package io.secplat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.trace.TraceContext;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class JournalTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Journal journal = new Journal(
            "notifier",
            Clock.fixed(Instant.parse("2026-05-04T07:21:03Z"), ZoneOffset.UTC),
            new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    void each_line_is_one_json_object_with_service_action_and_status() {
        journal.info("deliver", "sent", Map.of("event_id", "c0b7", "text", "two\nlines"));

        JsonObject line = line();
        assertThat(line.getString("ts")).isEqualTo("2026-05-04T07:21:03Z");
        assertThat(line.getString("level")).isEqualTo("info");
        assertThat(line.getString("service")).isEqualTo("notifier");
        assertThat(line.getString("action")).isEqualTo("deliver");
        assertThat(line.getString("status")).isEqualTo("sent");
        assertThat(line.getString("event_id")).isEqualTo("c0b7");
    }

    @Test
    void an_error_tells_where_it_came_from_and_not_what_it_said() {
        journal.error(
                "deliver",
                "failed",
                new IllegalStateException("https://hooks.example/secret", new RuntimeException("x9")));

        assertThat(line().getString("error"))
                .contains("IllegalStateException", "caused by java.lang.RuntimeException", "JournalTest")
                .doesNotContain("secret", "x9");
    }

    @Test
    void a_line_names_the_request_that_its_thread_works_for() {
        try (CurrentRequest.Scope outer = CurrentRequest.begin("web-7Qd2")) {
            try (CurrentRequest.Scope inner = CurrentRequest.begin("other")) {
                assertThat(CurrentRequest.id()).contains("other");
            }
            journal.info("deliver", "sent", Map.of());
        }

        assertThat(line().getString("request_id")).isEqualTo("web-7Qd2");
        assertThat(CurrentRequest.id()).isEmpty();
    }

    @Test
    void a_line_names_the_message_that_its_thread_works_on_unless_it_is_about_another() {
        try (CurrentEvent.Scope outer = CurrentEvent.begin(Optional.of("c0b7"))) {
            try (CurrentEvent.Scope inner = CurrentEvent.begin(Optional.empty())) {
                assertThat(CurrentEvent.id()).isEmpty();
            }
            journal.info("deliver", "sent", Map.of());
            assertThat(line().getString("event_id")).isEqualTo("c0b7");

            out.reset();
            journal.info("deliver", "sent", Map.of("event_id", "d1c8"));
            assertThat(line().getString("event_id")).isEqualTo("d1c8");
        }
        assertThat(CurrentEvent.id()).isEmpty();
    }

    @Test
    void work_is_taken_to_another_thread_and_nothing_of_it_stays_there() throws InterruptedException {
        try (CurrentRequest.Scope request = CurrentRequest.begin("web-7Qd2");
                CurrentEvent.Scope event = CurrentEvent.begin(Optional.of("c0b7"))) {
            CurrentWork work = CurrentWork.here();
            Thread other = new Thread(() -> {
                try (CurrentWork.Scope unused = work.begin()) {
                    journal.info("deliver", "sent", Map.of());
                }
                journal.info("deliver", "done", Map.of());
            });
            other.start();
            other.join();
        }

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("\"request_id\":\"web-7Qd2\"", "\"event_id\":\"c0b7\"");
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1)).noneMatch(line -> line.contains("_id"));
    }

    @Test
    void a_line_names_the_trace_that_its_thread_works_in() {
        TraceContext trace =
                new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true, Optional.empty());
        try (CurrentTrace.Scope outer = CurrentTrace.begin(Optional.of(trace))) {
            try (CurrentTrace.Scope inner = CurrentTrace.begin(Optional.empty())) {
                assertThat(CurrentTrace.context()).isEmpty();
            }
            journal.info("deliver", "sent", Map.of());
        }

        assertThat(line().getString("trace_id")).isEqualTo(trace.traceId());
        assertThat(CurrentTrace.context()).isEmpty();
    }

    private JsonObject line() {
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.strip()).doesNotContain("\n");
        return Json.createReader(new StringReader(text)).readObject();
    }
}
