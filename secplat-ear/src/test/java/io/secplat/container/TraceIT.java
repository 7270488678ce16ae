package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.Message;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The trace of a call goes through the outbox and the relay of the packaged API to the messages that come of it. */
@InContainer
class TraceIT {

    private static final String SPAN = "00f067aa0ba902b7";

    private final Http admin = new Http(ApiBench.BASE);
    private final Beside beside = new Beside();
    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void sign_in() {
        admin.signIn("admin", ApiBench.PASSWORD);
    }

    @AfterEach
    void disconnect() {
        beside.close();
    }

    @Test
    void a_job_ordered_in_a_trace_is_in_that_trace_on_its_stream() {
        JsonObject website = Http.json(
                Map.of("asset_key", "t-" + trace, "type", "external_web", "name", "t" + trace + ".example.org"));
        int asset = admin.post("/api/assets", website).expect(201).object().getInt("asset_id");
        Beside.sql("UPDATE assets SET verified = true, verified_at = now() WHERE asset_id = " + asset);

        int job = traced("/api/jobs", Http.json(Map.of("job_type", "tls_headers", "target_asset_id", asset)))
                .expect(201)
                .object()
                .getInt("job_id");

        expectTrace(StreamName.SCAN, "job_id", Integer.toString(job));
    }

    @Test
    void a_notification_asked_for_in_a_trace_is_in_that_trace_on_its_stream() {
        String key = traced("/api/notifications/test", Http.json(Map.of()))
                .expect(200)
                .object()
                .getString("dedupe_key");

        expectTrace(StreamName.NOTIFY, "dedupe_key", key);
    }

    private Answer traced(String path, JsonObject body) {
        return admin.send(
                "POST",
                path,
                "application/json",
                body.toString(),
                "traceparent",
                "00-" + trace + "-" + SPAN + "-01",
                "tracestate",
                "vendor=1");
    }

    /** Waits for the one entry with that value; it names the trace, and a place in it that is not the caller's own. */
    private void expectTrace(StreamName stream, String field, String value) {
        await().atMost(ApiBench.PATIENCE)
                .until(() -> entries(stream, field, value).size() == 1);
        Map<String, String> fields = entries(stream, field, value).get(0).fields();

        assertThat(fields.get("traceparent"))
                .matches("00-" + trace + "-[0-9a-f]{16}-01")
                .doesNotContain(SPAN);
        assertThat(fields).containsEntry("tracestate", "vendor=1");
    }

    private List<Message> entries(StreamName stream, String field, String value) {
        return beside.messages(stream).stream()
                .filter(message -> value.equals(message.reader().text(field).orElse("")))
                .toList();
    }
}
