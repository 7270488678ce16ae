package io.secplat.search.opensearch;

import static io.secplat.search.Documents.NOON;
import static io.secplat.search.Documents.monitored;
import static io.secplat.search.Documents.status;
import static io.secplat.search.Documents.up;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.AssetStatus;
import io.secplat.search.AssetMirror.Change.Save;
import io.secplat.search.AssetStatuses.Write;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexTemplatesIT {

    private volatile Instant now = NOON;

    @Test
    void the_four_indices_have_the_agreed_mappings() throws IOException {
        try (OpenSearchRecord record = RealRecord.open("shape");
                Cluster cluster = new Cluster(RealRecord.settings("shape"))) {
            record.events().append(List.of(up("a", NOON)));
            record.assets().apply(List.of(new Save(monitored("a"))));
            record.hours().count(NOON);
            record.statuses().write(List.of(new Write(status("a", AssetStatus.UP, 100), null)));

            assertThat(type(cluster, "shape-events", "asset")).isEqualTo("keyword");
            assertThat(subType(cluster, "shape-events", "asset")).isEqualTo("keyword");
            assertThat(type(cluster, "shape-events", "@timestamp")).isEqualTo("date");
            assertThat(type(cluster, "shape-assets", "monitored")).isEqualTo("boolean");
            assertThat(type(cluster, "shape-asset-status", "confidence")).isEqualTo("float");
            assertThat(subType(cluster, "shape-asset-status", "reason")).isEqualTo("keyword");
            assertThat(type(cluster, "shape-event-hours", "events")).isEqualTo("long");
            assertThat(type(cluster, "shape-event-hours", "assets")).isEqualTo("nested");
            assertThat(setting(cluster, "shape-event-hours", "number_of_shards"))
                    .isEqualTo("1");
            assertThat(setting(cluster, "shape-asset-status", "number_of_shards"))
                    .isEqualTo("1");
            assertThat(setting(cluster, "shape-asset-status", "number_of_replicas"))
                    .isEqualTo("0");
        }
    }

    @Test
    void templates_that_the_cluster_lost_come_back_with_a_write() throws Exception {
        try (OpenSearchRecord record = RealRecord.open("lost", clock());
                Cluster cluster = new Cluster(RealRecord.settings("lost"))) {
            record.events().append(List.of(up("a", NOON)));
            delete("/_index_template/lost-events");
            delete("/lost-events");
            now = now.plus(IndexTemplates.RECHECK);

            record.events().append(List.of(up("a", NOON)));

            assertThat(type(cluster, "lost-events", "asset")).isEqualTo("keyword");
        }
    }

    @Test
    void the_cluster_answers_the_health_check() throws IOException {
        try (OpenSearchRecord record = RealRecord.open("health")) {
            record.health().check();
        }
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private static String type(Cluster cluster, String index, String field) {
        return field(cluster, index, field).getString("type");
    }

    private static String subType(Cluster cluster, String index, String field) {
        return field(cluster, index, field)
                .getJsonObject("fields")
                .getJsonObject("keyword")
                .getString("type");
    }

    private static JsonObject field(Cluster cluster, String index, String field) {
        return cluster.get("/" + index + "/_mapping", Map.of())
                .getJsonObject(index)
                .getJsonObject("mappings")
                .getJsonObject("properties")
                .getJsonObject(field);
    }

    private static String setting(Cluster cluster, String index, String name) {
        return cluster.get("/" + index + "/_settings", Map.of())
                .getJsonObject(index)
                .getJsonObject("settings")
                .getJsonObject("index")
                .getString(name);
    }

    private static void delete(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RealRecord.url() + path))
                .DELETE()
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }
}
