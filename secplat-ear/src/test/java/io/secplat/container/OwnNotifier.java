package io.secplat.container;

import io.secplat.client.Http;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.notifier.RunningRoutes;
import io.secplat.local.store.Folders;
import io.secplat.local.store.FreePort;
import io.secplat.local.store.RedisStore;
import io.secplat.local.store.TestStores;
import io.secplat.stream.EventPublisher.Outgoing;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.stream.redis.RedisServer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The packaged notifier on a server as it is shipped, with a Redis of its own: nobody else's messages are told. */
final class OwnNotifier implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path home = TestStores.home("redis-notifier");
    private final RedisStore redis = RedisStore.start(home, FreePort.find());
    private final RedisServer link = RedisServer.at(Optional.of(redis.url()));
    private final RedisCourier courier = new RedisCourier(link);
    private final int port = LibertyServer.freePort();
    private final LibertyServer server;

    private OwnNotifier(Map<String, String> settings) {
        SharedApplication.deploy();
        Map<String, String> environment = new TreeMap<>(
                Map.of("SECPLAT_ROLES", "notifier", "HTTP_PORT", Integer.toString(port), "REDIS_URL", redis.url()));
        environment.putAll(settings);
        server = LibertyServer.launch("notifier", environment);
    }

    /** Starts it with these settings; it is ready when the call returns. */
    static OwnNotifier start(Map<String, String> settings) throws InterruptedException {
        OwnNotifier notifier = new OwnNotifier(settings);
        try {
            notifier.redis.awaitReady(PATIENCE);
            notifier.server.awaitReady(notifier.port);
            return notifier;
        } catch (InterruptedException | RuntimeException e) {
            notifier.close();
            throw e;
        }
    }

    /** Publishes a message as the API would. */
    void tell(Notification notification) {
        Envelope envelope = Envelope.of(UUID.randomUUID().toString(), notification, Instant.now(), "container-test");
        courier.publisher().publish(List.of(new Outgoing(StreamName.NOTIFY, envelope)));
    }

    /** The plan that it shows to others; empty as long as it has shown none. */
    Optional<RunningRoutes> routes() {
        return Optional.ofNullable(link.link().ask(keys -> keys.get(RunningRoutes.KEY)))
                .map(text -> RunningRoutes.from(
                        Json.createReader(new StringReader(text)).readObject()));
    }

    /** What it tells of itself now; a scraper signs in nowhere. */
    Scrape scrape() {
        return new Scrape(http().get("/metrics").expect(200).body());
    }

    /** Everything that the server has logged so far. */
    String log() {
        try {
            return Files.readString(server.file("console.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Http http() {
        return new Http(URI.create("http://127.0.0.1:" + port));
    }

    @Override
    public void close() {
        server.close();
        link.close();
        redis.kill();
        try {
            Folders.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
