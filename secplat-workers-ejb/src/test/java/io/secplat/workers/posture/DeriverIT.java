package io.secplat.workers.posture;

import static io.secplat.search.Documents.down;
import static io.secplat.search.Documents.key;
import static io.secplat.search.Documents.monitored;
import static io.secplat.search.Documents.up;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.DeriveRequested;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.local.store.TestStores;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.search.AssetMirror.Change.Save;
import io.secplat.search.opensearch.OpenSearchRecord;
import io.secplat.search.opensearch.SearchSettings;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.Courier;
import io.secplat.stream.EventPublisher.Outgoing;
import io.secplat.stream.Message;
import io.secplat.stream.MessageStream;
import io.secplat.stream.RunningWorker;
import io.secplat.stream.StreamConsumer;
import io.secplat.stream.StreamConsumers;
import io.secplat.stream.StreamInspector.GroupState;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.stream.redis.RedisServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The deriver on a real Redis and a real OpenSearch. */
class DeriverIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Clock clock = Clock.systemUTC();
    private final Instant tick = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    private final Journal journal =
            new Journal("test", clock, new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));

    private RedisServer redis;
    private Courier courier;
    private OpenSearchRecord record;
    private RunningWorker deriver;

    @BeforeEach
    void start() {
        redis = RedisServer.at(Optional.of(TestStores.redis().url()));
        courier = new RedisCourier(redis);
        URI url = URI.create(TestStores.openSearch().url());
        record = new OpenSearchRecord(
                new SearchSettings(
                        url, "deriver-events", "deriver-assets", "deriver-asset-status", "deriver-event-hours"),
                clock);
        deriver = new RunningWorker(worker());
    }

    @AfterEach
    void stop() throws IOException {
        deriver.close();
        record.close();
        redis.close();
    }

    @Test
    void a_request_brings_documents_up_to_date_tells_of_changes_and_is_settled() {
        MessageStream alerts = courier.open(ConsumerGroup.ALERT_EVALUATORS, "test");
        record.assets().apply(List.of(new Save(monitored("it-web"))));
        record.events().append(List.of(up("it-web", tick.minusSeconds(60)), down("it-web", tick.minusSeconds(5))));

        request("it-web");

        await().atMost(SOON).until(() -> record.statuses().find(key("it-web")).isPresent());
        assertThat(record.statuses().find(key("it-web")).orElseThrow().pendingStatus())
                .isEqualTo(AssetStatus.DOWN);
        await().atMost(SOON).until(this::isSettled);

        record.events().append(List.of(down("it-web", tick)));
        request("it-web");

        await().atMost(SOON).untilAsserted(() -> assertThat(
                        record.statuses().find(key("it-web")).orElseThrow().status())
                .isEqualTo(AssetStatus.DOWN));
        await().atMost(SOON).until(this::isSettled);
        assertThat(alerts.read(10, SOON))
                .extracting(message -> field(message, "from") + ">" + field(message, "to"))
                .containsExactly(">up", "up>down");
    }

    private Worker worker() {
        Derivation derivation = new Derivation(
                new Histories(record.events()),
                record.statuses(),
                new PostureDeriver(DeriverSettings.DEFAULT),
                new ChangeNotices(courier.publisher(), clock, UUID::randomUUID),
                clock,
                journal);
        StreamConsumers consumers =
                new StreamConsumers(courier, new StreamConsumer.Surroundings(clock, () -> 0, journal, Thread::new));
        return consumers.inBatches(
                Role.DERIVER,
                ConsumerGroup.DERIVERS,
                "deriver-test",
                ConsumerSettings.DEFAULT,
                new DeriveRequests(new PosturePasses(record.assets(), record.statuses(), derivation, clock)));
    }

    private void request(String asset) {
        DeriveRequested event = new DeriveRequested(List.of(asset), DeriveRequested.Reason.MANUAL);
        String id = UUID.randomUUID().toString();
        courier.publisher()
                .publish(List.of(new Outgoing(StreamName.DERIVE, Envelope.of(id, event, clock.instant(), id))));
    }

    private boolean isSettled() {
        GroupState state =
                courier.inspector().inspect().get(StreamName.DERIVE).groups().get("derivers");
        return state.pending() == 0 && state.lag() == 0;
    }

    private static String field(Message message, String name) {
        return message.fields().getOrDefault(name, "");
    }
}
