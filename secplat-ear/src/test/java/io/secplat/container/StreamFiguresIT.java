package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Http;
import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.AssetStatus;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the packaged API tells at {@code /metrics} of the messages that went through it. */
@InContainer
class StreamFiguresIT {

    private final Http admin = new Http(ApiBench.BASE);
    private final Http scraper = new Http(ApiBench.BASE);
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
    void the_work_of_a_consumer_is_counted_and_timed() {
        String group = "group=\"alert-evaluators\"";
        double before = figure("stream_handled_total", group).orElse(0);

        String asset = "figures-" + UUID.randomUUID();
        ApiBench.createAsset(admin, asset);
        beside.derive(asset, AssetStatus.UP, Instant.now(), 1);

        await().atMost(ApiBench.PATIENCE)
                .until(() -> figure("stream_handled_total", group).orElse(0) > before);
        assertThat(figure("stream_handling_seconds_count", group).orElseThrow()).isPositive();
        assertThat(figure("stream_handling_seconds_sum", group).orElseThrow()).isPositive();
    }

    @Test
    void streams_stand_as_redis_says_and_what_was_read_does_not_lag() {
        admin.post("/api/notifications/test", Http.json(Map.of())).expect(200);
        beside.bury(StreamName.DELIVERY, Map.of("event_id", UUID.randomUUID().toString(), "type", "notify.sent"));

        await().atMost(ApiBench.PATIENCE).untilAsserted(() -> {
            for (StreamName stream : StreamName.values()) {
                String tag = "stream=\"" + stream.wire() + "\"";
                assertThat(figure("stream_length", tag)).as(tag).hasValue(beside.length(stream.wire()));
                assertThat(figure("stream_dlq_length", tag)).as(tag).hasValue(beside.length(stream.deadLetters()));
            }
            assertThat(standing("stream_lag", ConsumerGroup.ALERT_EVALUATORS)).hasValue(0);
            assertThat(standing("stream_pending", ConsumerGroup.ALERT_EVALUATORS))
                    .hasValue(0);
            assertThat(standing("stream_oldest_idle_ms", ConsumerGroup.ALERT_EVALUATORS))
                    .hasValue(0);
        });
        // No notifier runs here, so that everything that was said still waits for it.
        assertThat(standing("stream_lag", ConsumerGroup.NOTIFIERS).orElseThrow())
                .isPositive();
        assertThat(figure("stream_dlq_length", "stream=\"secplat.events.delivery\"")
                        .orElseThrow())
                .isPositive();
    }

    @Test
    void the_outbox_says_what_waits_and_for_how_long() {
        await().atMost(ApiBench.PATIENCE).untilAsserted(() -> {
            assertThat(figure("outbox_waiting").orElse(-1)).isNotNegative();
            assertThat(figure("outbox_oldest_seconds").orElse(-1)).isNotNegative();
        });
    }

    private OptionalDouble standing(String name, ConsumerGroup group) {
        return figure(name, "stream=\"" + group.stream().wire() + "\"", "group=\"" + group.wire() + "\"");
    }

    /** The value of the figure with these labels; empty when there is none. A scraper signs in nowhere. */
    private OptionalDouble figure(String name, String... labels) {
        return scraper.get("/metrics")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") && Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst();
    }
}
