package io.secplat.search.opensearch;

import static io.secplat.search.Documents.NOON;
import static io.secplat.search.Documents.key;
import static io.secplat.search.Documents.up;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.EventHours.Span;
import io.secplat.search.HealthEvents;
import io.secplat.search.HealthEvents.Tally;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Events that scripts write by hand: other ids, fewer members, other order. */
class ForeignEventsIT {

    private static final OpenSearchRecord RECORD = RealRecord.open("foreign");
    private static final Cluster CLUSTER = new Cluster(RealRecord.settings("foreign"));

    private final HealthEvents events = RECORD.events();

    @BeforeAll
    static void templates() {
        RECORD.events().append(List.of(up("somebody", NOON)));
    }

    @AfterAll
    static void close() throws IOException {
        CLUSTER.close();
        RECORD.close();
    }

    @Test
    void an_event_without_asset_belongs_to_its_service_and_code_200_is_a_success() {
        write(new JsonWriter().put("service", "by-service").put("code", 200));

        List<HealthEventDocument> newest =
                events.newest(List.of(key("by-service")), 21).get(key("by-service"));

        assertThat(newest).singleElement().satisfies(event -> assertThat(event.success())
                .isTrue());
        assertThat(tally("by-service")).isEqualTo(new Tally(1, 1, null));
    }

    @Test
    void the_service_of_an_event_with_an_asset_does_not_count() {
        write(new JsonWriter().put("asset", "secplat-api").put("service", "api").put("status", "up"));

        assertThat(events.newest(List.of(key("api"), key("secplat-api")), 21)).containsOnlyKeys(key("secplat-api"));
    }

    @Test
    void what_is_no_result_is_not_seen() {
        write(new JsonWriter().put("asset", "noise").put("message", "neither status nor code"));
        write(new JsonWriter().put("asset", "noise").put("status", "up").put("level", "info"));

        assertThat(events.newest(List.of(key("noise")), 21)).isEmpty();
        assertThat(tally("noise")).isEqualTo(Tally.NONE);
    }

    @Test
    void an_event_of_unexpected_shape_does_not_hide_the_others() {
        write(new JsonWriter().put("asset", "odd").put("status", "up").put("latency_ms", "12"));
        write(new JsonWriter().put("asset", "odd").put("status", "down").put("stranger", "field"));

        assertThat(events.newest(List.of(key("odd")), 21).get(key("odd")))
                .singleElement()
                .satisfies(event -> assertThat(event.success()).isFalse());
        assertThat(events.timeline(key("odd"), NOON.minusSeconds(1), Optional.empty())
                        .events())
                .hasSize(1);
    }

    private static Tally tally(String asset) {
        return RECORD.hours().tally(List.of(key(asset)), List.of(), List.of(Span.after(NOON.minusSeconds(1))));
    }

    private static void write(JsonWriter event) {
        Map<String, String> refresh = Map.of("refresh", "true");
        var document = new JsonWriter().put("@timestamp", NOON).put("level", "health");
        event.build().forEach(document::put);
        CLUSTER.post("/foreign-events/_doc", refresh, document.build());
    }
}
