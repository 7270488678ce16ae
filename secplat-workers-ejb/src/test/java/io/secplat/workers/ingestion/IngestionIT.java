package io.secplat.workers.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.ProbeError;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.local.store.TestStores;
import io.secplat.search.HealthEvents;
import io.secplat.search.opensearch.OpenSearchRecord;
import io.secplat.search.opensearch.SearchSettings;
import io.secplat.stream.Message;
import io.secplat.stream.RunningWorker;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.stream.redis.RedisServer;
import io.secplat.workers.ingestion.http.HttpProber;
import io.secplat.workers.ingestion.tcp.Dialer;
import io.secplat.workers.ingestion.tls.TlsHandshake;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ingestion on a real OpenSearch and a real Redis. */
class IngestionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static OpenSearchRecord record;
    private static RedisServer redis;

    @BeforeAll
    static void openStores() {
        record = new OpenSearchRecord(
                new SearchSettings(
                        URI.create(TestStores.openSearch().url()),
                        "ingestion-events",
                        "ingestion-assets",
                        "ingestion-asset-status",
                        "ingestion-event-hours"),
                Clock.systemUTC());
        redis = RedisServer.at(Optional.of(TestStores.redis().url()));
    }

    @AfterAll
    static void closeStores() throws Exception {
        redis.close();
        record.close();
    }

    @Test
    void a_target_that_answers_503_becomes_events_and_a_request_to_derive() throws Exception {
        HttpServer target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        target.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        target.start();
        MonitoredAsset asset = new MonitoredAsset(
                new AssetKey("broken-shop"),
                Samples.probe("http://127.0.0.1:" + target.getAddress().getPort() + "/", 5));
        ExecutorService threads = Executors.newCachedThreadPool();
        Instant began = Instant.now().minusSeconds(5);
        HealthEvents events = record.events();

        EventBuffer buffer = new EventBuffer(100);
        StallWatch stalls = new StallWatch(Clock.systemUTC());
        CheckRunner runner = new CheckRunner(
                new HttpProber(new Dialer(Guards.local()), TlsHandshake.ofThisRuntime()),
                threads,
                4,
                stalls,
                Clock.systemUTC(),
                new CheckOutcomes(buffer::add, new RefusedProbes(Samples.silentJournal()), ProbeFigures.NONE));
        WatchList watched = new WatchList(() -> List.of(asset), LastInventory.NONE, Samples.silentJournal());
        watched.refresh();
        RedisCourier courier = new RedisCourier(redis);
        DeriveRequests requests = new DeriveRequests(courier, UUID::randomUUID, Clock.systemUTC());
        RunningWorker probing =
                new RunningWorker(new ProbeLoop(watched, new ProbeSchedule(), runner, stalls, Clock.systemUTC()));
        RunningWorker writing =
                new RunningWorker(new EventWriter(buffer, events, requests, runner, Samples.silentJournal()));
        try {
            await().atMost(PATIENCE)
                    .until(() -> events.since(asset.key(), began).size() >= 2);
        } finally {
            probing.close();
            writing.close();
            threads.shutdownNow();
            target.stop(0);
        }

        List<HealthEventDocument> written = events.since(asset.key(), began);
        assertThat(written).allSatisfy(event -> {
            assertThat(event.error()).isEqualTo(ProbeError.HTTP_STATUS);
            assertThat(event.code()).isEqualTo(503);
        });
        assertThat(Duration.between(written.get(0).timestamp(), written.get(1).timestamp()))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(courier.open(ConsumerGroup.DERIVERS, "test").read(10, PATIENCE))
                .isNotEmpty()
                .extracting(Message::reader)
                .allSatisfy(message -> {
                    assertThat(message.texts("asset_keys")).containsExactly("broken-shop");
                    assertThat(message.text("reason")).contains("events_written");
                });
    }

    @Test
    void the_same_check_written_twice_is_one_document() {
        HealthEvents events = record.events();
        Instant tick = Instant.parse("2026-05-04T07:20:00Z");
        HealthEventDocument event =
                new HealthEventDocument(new AssetKey("billing-web"), tick, true, 200, 12, ProbeKind.HTTP, null);

        events.append(List.of(event));
        events.append(List.of(event));

        assertThat(events.since(event.asset(), tick.minusSeconds(1))).containsExactly(event);
    }
}
