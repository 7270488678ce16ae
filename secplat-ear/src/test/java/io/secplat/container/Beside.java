package io.secplat.container;

import io.lettuce.core.Range;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.PostureChanged;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.PostureState;
import io.secplat.local.store.PostgresStore;
import io.secplat.local.store.TestStores;
import io.secplat.stream.DeadLetterBox;
import io.secplat.stream.EventPublisher.Outgoing;
import io.secplat.stream.Message;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.stream.redis.RedisLink;
import io.secplat.stream.redis.RedisServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What others do beside the API: the deriver, consumers that give up, and the owner of the database. */
final class Beside implements AutoCloseable {

    private final RedisServer server =
            RedisServer.at(Optional.of("redis://127.0.0.1:" + TestStores.redis().port()));
    private final RedisLink link = server.link();
    private final RedisCourier courier = new RedisCourier(server);
    private final HttpClient http = HttpClient.newHttpClient();

    /** Runs statements as the owner of the database. */
    static void sql(String... statements) {
        PostgresStore store = TestStores.postgres();
        try (Connection connection = DriverManager.getConnection(store.jdbcUrl(), store.user(), store.password());
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row. */
    static String ask(String question) {
        PostgresStore store = TestStores.postgres();
        try (Connection connection = DriverManager.getConnection(store.jdbcUrl(), store.user(), store.password());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() ? answer.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives a message up; the id of its dead letter. */
    String bury(StreamName stream, Map<String, String> letter) {
        courier.publisher().bury(stream, letter);
        return deadLetters().newest(stream).orElseThrow();
    }

    DeadLetterBox deadLetters() {
        return courier.deadLetters();
    }

    /** The entries of a stream that carry that event id. */
    long entries(StreamName stream, String eventId) {
        return messages(stream).stream()
                .filter(message -> message.eventId().equals(eventId))
                .count();
    }

    /** How many entries the stream of that name in Redis has. */
    long length(String name) {
        return link.ask(redis -> redis.xlen(name));
    }

    /** Keeps text in Redis under that key. */
    void keep(String key, String text) {
        String unused = link.ask(redis -> redis.set(key, text));
    }

    void forget(String key) {
        Long unused = link.ask(redis -> redis.del(key));
    }

    /** Everything that is in a stream, oldest first. */
    List<Message> messages(StreamName stream) {
        return link.ask(redis -> redis.xrange(stream.wire(), Range.unbounded())).stream()
                .map(entry -> new Message(entry.getId(), entry.getBody()))
                .toList();
    }

    /** Writes the status document of an asset and tells the alert evaluators of it. */
    void derive(String asset, AssetStatus status, Instant since, long version) {
        boolean up = status == AssetStatus.UP;
        AssetKey key = new AssetKey(asset);
        PostureState state = up ? PostureState.GREEN : PostureState.RED;
        AssetStatusDocument document = new AssetStatusDocument(
                since,
                key,
                asset,
                "app",
                "dev",
                "",
                "",
                2,
                status,
                up ? 200 : 503,
                20,
                since,
                0,
                up ? 100 : 0,
                state,
                since,
                0.9,
                false,
                0,
                null,
                up ? 0 : 2,
                up ? 2 : 0,
                since,
                200,
                20,
                up ? null : "http_error",
                since,
                version);
        put(
                "/secplat-asset-status/_doc/" + asset + "?refresh=true",
                document.toJson().toString());
        PostureChanged change = new PostureChanged(key, null, status, document.postureScore(), state, since, false);
        Envelope envelope = Envelope.of(UUID.randomUUID().toString(), change, since, "derive");
        courier.publisher().publish(List.of(new Outgoing(StreamName.CORRELATION, envelope)));
    }

    private void put(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + TestStores.openSearch().port() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
