package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators try whether messages arrive. */
@InContainer
class NotificationTestIT {

    private final Http admin = new Http(ApiBench.BASE);

    @BeforeEach
    void sign_in() {
        admin.signIn("admin", ApiBench.PASSWORD);
    }

    @Test
    void a_test_message_is_queued_for_the_notifier() {
        JsonObject queued = admin.post("/api/notifications/test", Http.json(Map.of()))
                .expect(200)
                .object();

        assertThat(queued.getBoolean("queued")).isTrue();
        assertThat(queued.getString("dedupe_key")).startsWith("test:");
        assertThat(AuditTrail.of(admin, "notification.test")).isNotEmpty();
        Callers.viewer().post("/api/notifications/test", Http.json(Map.of())).expect(403);
    }

    @Test
    void a_channel_that_is_not_known_is_refused() {
        Answer answer = admin.send("POST", "/api/notifications/test", "application/json", "{\"channels\":[\"pigeon\"]}")
                .expect(422);

        assertThat(answer.object().getJsonObject("error").getJsonArray("detail").toString())
                .contains("slack, whatsapp, sms, jira");
    }

    @Test
    void what_was_suppressed_can_be_asked_for() {
        admin.get("/api/notifications?status=suppressed").expect(200);
        admin.get("/api/notifications?status=lost").expect(422);
    }
}
