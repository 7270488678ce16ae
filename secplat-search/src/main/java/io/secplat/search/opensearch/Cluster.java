package io.secplat.search.opensearch;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.SearchUnavailableException;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;

/**
 * OpenSearch, spoken to in its own JSON. Bodies go through the client's generic door as bytes of {@code jakarta.json}
 * objects, so that the documents of the contract need no second mapping and the client brings none into the server. Every
 * failure is a {@link SearchUnavailableException} that names the request's kind, never a host or the answer's text.
 */
final class Cluster implements AutoCloseable {

    private static final int FIRST_ERROR = 400;
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final Map<String, String> WHOLE =
            Map.of("ignore_unavailable", "true", "allow_partial_search_results", "false");

    /** The transport has its own limits, which are shorter. */
    private static final Duration WHATEVER_THE_TRANSPORT_WAITS = Duration.ofDays(1);

    private final Connection connection;

    Cluster(SearchSettings settings) {
        this.connection = new Connection(settings);
    }

    JsonObject get(String path, Map<String, String> query) {
        return get(path, query, WHATEVER_THE_TRANSPORT_WAITS);
    }

    /** Gives up after that time, whatever the transport would wait. */
    JsonObject get(String path, Map<String, String> query, Duration patience) {
        return send(Requests.builder().method("GET").endpoint(path).query(query).build(), patience);
    }

    JsonObject put(String path, JsonObject body) {
        return send("PUT", path, Map.of(), bytes(body), JSON);
    }

    JsonObject post(String path, Map<String, String> query, JsonObject body) {
        return send("POST", path, query, bytes(body), JSON);
    }

    JsonObject delete(String path, JsonObject body) {
        return send("DELETE", path, Map.of(), bytes(body), JSON);
    }

    /** The complete answer to one search, never that of some shards only; without hits while the index does not exist. */
    JsonObject search(String index, JsonObject body) {
        return post("/" + index + "/_search", WHOLE, body);
    }

    /** One search of several. */
    record Search(String index, JsonObject body) {

        private Stream<JsonObject> lines() {
            JsonObject header = new JsonWriter()
                    .put("index", index)
                    .put("ignore_unavailable", true)
                    .put("allow_partial_search_results", false)
                    .build();
            return Stream.of(header, body);
        }
    }

    /** The complete answers to these searches of one index, in one request. */
    List<JsonObject> searches(String index, List<JsonObject> bodies) {
        return searches(bodies.stream().map(body -> new Search(index, body)).toList());
    }

    /** The complete answers to these searches, in one request. */
    List<JsonObject> searches(List<Search> searches) {
        List<JsonObject> lines = searches.stream().flatMap(Search::lines).toList();
        List<JsonObject> answers = postLines("/_msearch", Map.of(), lines)
                .getJsonArray("responses")
                .getValuesAs(JsonObject.class);
        if (answers.stream().anyMatch(answer -> answer.containsKey("error"))) {
            throw unavailable("a search of several failed", new IOException("refused"));
        }
        return answers;
    }

    /** Sends newline-delimited JSON, as {@code _bulk} and {@code _msearch} want it. */
    JsonObject postLines(String path, Map<String, String> query, List<JsonObject> lines) {
        StringBuilder text = new StringBuilder(lines.size() * 256);
        lines.forEach(line -> text.append(line).append('\n'));
        return send("POST", path, query, text.toString().getBytes(StandardCharsets.UTF_8), LINES);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    private static byte[] bytes(JsonObject body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private JsonObject send(String method, String path, Map<String, String> query, byte[] body, String type) {
        return send(
                Requests.builder()
                        .method(method)
                        .endpoint(path)
                        .query(query)
                        .body(Body.from(body, type))
                        .build(),
                WHATEVER_THE_TRANSPORT_WAITS);
    }

    private JsonObject send(Request request, Duration patience) {
        String what = request.getMethod() + " " + request.getEndpoint();
        CompletableFuture<Response> asked = connection.client().executeAsync(request);
        try (Response response = asked.get(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            if (response.getStatus() >= FIRST_ERROR) {
                throw unavailable(what + " answered " + response.getStatus(), new IOException("refused"));
            }
            return read(response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(what + " was interrupted", e);
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw unavailable(what + " took too long", e);
        } catch (ExecutionException | IOException | JsonException e) {
            throw unavailable(what + " failed", e);
        }
    }

    private static JsonObject read(Response response) throws IOException {
        Body body = response.getBody().orElseThrow(() -> new IOException("empty answer"));
        try (JsonReader reader = Json.createReader(body.body())) {
            return reader.readObject();
        }
    }

    /** Keeps the class and stack of the cause and drops its text, which names hosts. */
    private static SearchUnavailableException unavailable(String what, Exception cause) {
        IOException silent = new IOException(cause.getClass().getSimpleName());
        silent.setStackTrace(cause.getStackTrace());
        return new SearchUnavailableException(what, silent);
    }
}
