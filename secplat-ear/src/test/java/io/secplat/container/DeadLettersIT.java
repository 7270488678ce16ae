package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import io.secplat.contracts.event.StreamName;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that were given up, as administrators handle them. */
@InContainer
class DeadLettersIT {

    private static final String JSON = "application/json";

    private final Http admin = new Http(ApiBench.BASE);
    private final Beside beside = new Beside();

    @BeforeEach
    void sign_in() {
        admin.signIn("admin", ApiBench.PASSWORD);
    }

    @AfterEach
    void disconnect() {
        beside.close();
    }

    @Test
    void a_dead_letter_is_listed_replayed_and_thrown_away() {
        String event = UUID.randomUUID().toString();
        String id = beside.bury(StreamName.NOTIFY, letter(event));
        String list = "/api/queue/dlq?stream=secplat.events.notify";

        JsonObject item = admin.get(list + "&limit=1")
                .expect(200)
                .object()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(item.getString("id")).isEqualTo(id);
        assertThat(item.getInt("attempts")).isEqualTo(5);
        JsonObject ask = Json.createObjectBuilder()
                .add("stream", "secplat.events.notify")
                .add("ids", Json.createArrayBuilder().add(id).add("1-1"))
                .build();
        JsonObject replayed =
                admin.post("/api/queue/dlq/replay", ask).expect(200).object();

        assertThat(replayed).hasToString("{\"replayed\":1,\"missing\":[\"1-1\"]}");
        assertThat(beside.entries(StreamName.NOTIFY, event)).isEqualTo(1);
        String other = beside.bury(StreamName.NOTIFY, letter(UUID.randomUUID().toString()));
        admin.delete(list + "&id=" + other).expect(200);
        admin.delete(list + "&id=" + other).expect(404);
        assertThat(AuditTrail.of(admin, "queue.dlq.replay")).isNotEmpty();
        assertThat(AuditTrail.of(admin, "queue.dlq.discard")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            GET    | /api/queue/dlq                                      |
            GET    | /api/queue/dlq?stream=secplat.nothing               |
            GET    | /api/queue/dlq?stream=secplat.jobs.scan&cursor=x    |
            DELETE | /api/queue/dlq?stream=secplat.jobs.scan             |
            POST   | /api/queue/dlq/replay                               | {"stream":"secplat.jobs.scan"}
            POST   | /api/queue/dlq/replay                               | {"stream":"x","all":true}
            POST   | /api/queue/dlq/replay                               | {"stream":"secplat.jobs.scan","ids":["x"]}
            POST   | /api/queue/dlq/replay                               | {"stream":"secplat.jobs.scan","ids":[],"all":true}
            """)
    void what_makes_no_sense_is_refused(String method, String path, String body) {
        Answer answer = admin.send(method, path, JSON, body == null ? "" : body).expect(422);

        assertThat(answer.object().getJsonObject("error").getJsonArray("detail"))
                .isNotEmpty();
    }

    private static Map<String, String> letter(String event) {
        Map<String, String> letter = new HashMap<>(Map.of("event_id", event, "type", "notification"));
        letter.putAll(Map.of(
                "original_stream",
                StreamName.NOTIFY.wire(),
                "original_id",
                "3-0",
                "error",
                "notification_delivery_failed",
                "retryable",
                "true",
                "attempts",
                "5",
                "failed_at",
                "2026-05-04T07:21:00Z"));
        return letter;
    }
}
