package io.secplat.container;

import io.secplat.client.Http;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.document.Indices;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.PostureState;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.search.opensearch.OpenSearchRecord;
import io.secplat.search.opensearch.SearchSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The assets of the tests of posture and reports, with documents as the deriver writes them. */
final class PostureBench {

    private static final Instant NOW = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

    private PostureBench() {}

    /** Once for the whole run, since reports count everything. */
    static void prepare() {
        Objects.requireNonNull(Prepared.ASSETS);
    }

    /** The indices as the deriver reaches them. */
    static OpenSearchRecord record() {
        return new OpenSearchRecord(
                new SearchSettings(
                        URI.create("http://127.0.0.1:" + System.getProperty("container.opensearch.port")),
                        Indices.EVENTS,
                        Indices.ASSETS,
                        Indices.STATUS,
                        Indices.HOURS),
                Clock.systemUTC());
    }

    private static final class Prepared {
        private static final List<String> ASSETS = make();

        private static List<String> make() {
            Http admin = ApiBench.admin();
            try (OpenSearchRecord record = record()) {
                create(admin, "p-green", true);
                create(admin, "p-amber", true);
                create(admin, "p-red-2", true);
                create(admin, "p-red-1", true);
                create(admin, "p-idle", false);
                record.statuses()
                        .write(List.of(
                                document("p-green", AssetStatus.UP, 100, PostureState.GREEN, null),
                                document("p-amber", AssetStatus.STALE, 60, PostureState.AMBER, "no_data_received"),
                                document("p-red-2", AssetStatus.UNKNOWN, 0, PostureState.RED, "unknown"),
                                document("p-red-1", AssetStatus.DOWN, 0, PostureState.RED, "http_error")));
                record.events()
                        .append(IntStream.range(0, 1_440)
                                .mapToObj(i -> check("p-green", i, true))
                                .toList());
                record.events()
                        .append(IntStream.range(0, 160)
                                .mapToObj(i -> check("p-red-1", i, false))
                                .toList());
                return List.of("p-green", "p-amber", "p-red-2", "p-red-1", "p-idle");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void create(Http admin, String key, boolean monitored) {
        String probe = monitored ? ",\"probe\":{\"kind\":\"http\",\"url\":\"http://127.0.0.1:1/\"}" : "";
        String body = "{\"asset_key\":\"" + key + "\",\"type\":\"app\",\"name\":\"=" + key
                + "\",\"environment\":\"posture-it\",\"criticality\":\"high\"" + probe + "}";
        admin.send("POST", "/api/assets", "application/json", body).expect(201);
    }

    private static HealthEventDocument check(String key, int minutesAgo, boolean good) {
        return new HealthEventDocument(
                new AssetKey(key),
                NOW.minusSeconds(60L * minutesAgo),
                good,
                good ? 200 : 503,
                40,
                ProbeKind.HTTP,
                null);
    }

    private static Write document(
            String key, AssetStatus status, int score, PostureState state, @Nullable String reason) {
        boolean seen = status != AssetStatus.UNKNOWN;
        return new Write(
                new AssetStatusDocument(
                        NOW,
                        new AssetKey(key),
                        "=" + key,
                        "app",
                        "posture-it",
                        "",
                        "",
                        1,
                        status,
                        seen ? 200 : null,
                        seen ? 40 : null,
                        seen ? NOW : null,
                        0,
                        score,
                        state,
                        NOW,
                        1,
                        false,
                        0,
                        null,
                        0,
                        0,
                        null,
                        null,
                        null,
                        reason,
                        seen ? NOW : null,
                        1),
                null);
    }
}
