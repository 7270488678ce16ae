package io.secplat.bench.search;

import io.secplat.contracts.document.EventHourDocument;
import io.secplat.contracts.document.EventHourDocument.Checks;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.document.Indices;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.ProbeError;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.search.opensearch.OpenSearchRecord;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes up the past of assets that are checked every minute, one check in a hundred failing. The newest hours have all their events.
 * Older ones have a single event each and their counts, as if that was what they were made of.
 */
final class Past {

    private static final String BOTH = Indices.EVENTS + "," + Indices.HOURS;
    private static final int MINUTES = 60;
    private static final int BULK = 5_000;
    private static final int FIRST_ERROR = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI search;
    private final List<AssetKey> assets;

    Past(URI search, int assets) {
        this.search = search;
        this.assets = IntStream.range(0, assets)
                .mapToObj(n -> new AssetKey("asset-" + n))
                .toList();
    }

    List<AssetKey> assets() {
        return assets;
    }

    /**
     * Writes one event, and its hour, in the product's own way, which puts the mappings in place. From then on nothing is refreshed
     * until the end.
     */
    void begin(OpenSearchRecord record, Instant hour) throws IOException, InterruptedException {
        record.events().append(List.of(event(assets.get(0), hour, 1)));
        boolean unused = record.hours().count(hour);
        refreshEvery("-1");
    }

    /** All events of an hour. */
    void events(Instant hour) throws IOException, InterruptedException {
        for (int minute = 0; minute < MINUTES; minute++) {
            for (int from = 0; from < assets.size(); from += BULK) {
                Instant tick = hour.plusSeconds(60L * minute);
                int seed = minute + from;
                send(IntStream.range(from, Math.min(assets.size(), from + BULK))
                        .mapToObj(n -> event(assets.get(n), tick.plusSeconds(n % 60), seed + 7 * n))
                        .map(Past::line)
                        .collect(Collectors.joining()));
            }
        }
    }

    /** One event of an hour and the counts of sixty for each asset. */
    void counts(Instant hour) throws IOException, InterruptedException {
        HealthEventDocument event = event(assets.get(0), hour, 1);
        EventHourDocument counted = new EventHourDocument(
                hour,
                1,
                hour,
                assets.stream()
                        .map(asset -> new Checks(asset, 60, 59, 60, 4_800))
                        .toList());
        send(line(event) + line(Indices.HOURS, counted.toJson()));
    }

    /** What is written until now is found afterwards. */
    void settle() throws IOException, InterruptedException {
        refreshEvery("1s");
        String unused = ask("POST", "/" + BOTH + "/_refresh", "");
    }

    private void refreshEvery(String interval) throws IOException, InterruptedException {
        String unused = ask("PUT", "/" + BOTH + "/_settings", "{\"index.refresh_interval\":\"" + interval + "\"}");
    }

    private static HealthEventDocument event(AssetKey asset, Instant at, int dice) {
        boolean good = dice % 100 != 0;
        return new HealthEventDocument(
                asset,
                at,
                good,
                good ? 200 : 503,
                20 + dice % 120,
                ProbeKind.HTTP,
                good ? null : ProbeError.HTTP_STATUS);
    }

    private static String line(HealthEventDocument event) {
        return line(Indices.EVENTS, event.toJson());
    }

    /** Under an id that the cluster makes up, which is the quickest. */
    private static String line(String index, JsonObject document) {
        return "{\"index\":{\"_index\":\"" + index + "\"}}\n" + document + "\n";
    }

    private void send(String lines) throws IOException, InterruptedException {
        if (!ask("POST", "/_bulk?filter_path=errors", lines).contains("false")) {
            throw new IOException("a bulk write failed");
        }
    }

    private String ask(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(search.resolve(path))
                .header("Content-Type", path.startsWith("/_bulk") ? "application/x-ndjson" : "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= FIRST_ERROR) {
            throw new IOException("OpenSearch answered " + answer.statusCode());
        }
        return answer.body();
    }
}
