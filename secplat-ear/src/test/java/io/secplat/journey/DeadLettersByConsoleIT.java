package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Http;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.EnvelopeCodec;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.Severity;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.stream.redis.RedisServer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator lists dead letters, has them told again and throws them away. */
class DeadLettersByConsoleIT {

    private final Platform platform = Platform.shared();
    private final RedisServer redis = RedisServer.at(Optional.of("redis://127.0.0.1:" + platform.port("REDIS")));
    private final RedisCourier courier = new RedisCourier(redis);

    @AfterEach
    void disconnect() {
        redis.close();
    }

    @Test
    void dead_letters_are_listed_replayed_and_thrown_away() {
        ServerConsole console = ServerConsole.of(platform, "API");
        Http admin = platform.admin();
        String stream = StreamName.NOTIFY.wire();
        String title = "Given up " + UUID.randomUUID();
        String first = bury(title);

        assertThat(console.act("listDeadLetters", stream, "1"))
                .singleElement()
                .asString()
                .contains(first)
                .contains("notification_delivery_failed");
        assertThat(console.act("replayDeadLetters", stream, first)).containsExactly("1 replayed, 0 not there.");
        await().atMost(Platform.PATIENCE).until(() -> platform.told(title) == 1);
        String second = bury(title);
        assertThat(console.act("replayDeadLetters", stream, "all"))
                .singleElement()
                .asString()
                .endsWith(" replayed.");
        await().atMost(Platform.PATIENCE).until(() -> platform.told(title) == 2);
        assertThatThrownBy(() -> console.act("discardDeadLetter", stream, second))
                .hasMessage("there is no dead letter " + second);
        String third = bury(title);
        assertThat(console.act("discardDeadLetter", stream, third)).containsExactly(third + " is discarded.");
        assertThat(console.act("listDeadLetters", stream, "200").toString()).doesNotContain(second, third);
        assertThatThrownBy(() -> console.act("listDeadLetters", "secplat.nothing", "1"))
                .hasMessageContaining("there is no stream secplat.nothing");
        await().atMost(Platform.PATIENCE).until(() -> Platform.audited(admin, "admin.discardDeadLetter").stream()
                .anyMatch(row -> row.contains(third) && row.contains("\"operator\"") && row.contains("\"done\"")));
        assertThat(Platform.audited(admin, "queue.dlq.discard").toString())
                .as("one row for each operation")
                .doesNotContain(third);
    }

    /** Gives up a message of that title, as a notifier would; the id of its dead letter. */
    private String bury(String title) {
        Notification notice = new Notification(
                "test", "test:" + UUID.randomUUID(), title, "", Severity.INFO, List.of(), null, null, List.of(), null);
        Envelope envelope = Envelope.of(UUID.randomUUID().toString(), notice, Instant.now(), "journey");
        Map<String, String> letter = new HashMap<>(EnvelopeCodec.encode(envelope));
        letter.putAll(Map.of(
                "original_stream", StreamName.NOTIFY.wire(),
                "original_id", "3-0",
                "error", "notification_delivery_failed",
                "retryable", "true",
                "attempts", "5",
                "failed_at", Instant.now().toString()));
        courier.publisher().bury(StreamName.NOTIFY, letter);
        return courier.deadLetters().newest(StreamName.NOTIFY).orElseThrow();
    }
}
