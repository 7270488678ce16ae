package io.secplat.search.opensearch;

import static io.secplat.search.Documents.NOON;
import static io.secplat.search.Documents.down;
import static io.secplat.search.Documents.key;
import static io.secplat.search.Documents.up;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.document.EventHourDocument;
import io.secplat.contracts.document.EventHourDocument.Checks;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.EventHours.Span;
import io.secplat.search.EventHours.Standing;
import io.secplat.search.PeriodTally;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How an hour becomes a document, with events of other hands among them. */
class HourCountIT {

    private static final OpenSearchRecord RECORD = RealRecord.open("hourcount");
    private static final Cluster CLUSTER = new Cluster(RealRecord.settings("hourcount"));
    private static final Instant LATER = NOON.plusSeconds(86_400);

    @AfterAll
    static void close() throws IOException {
        CLUSTER.close();
        RECORD.close();
    }

    @Test
    void an_hour_is_counted_part_by_part_with_events_that_name_a_service_only_or_nobody() {
        RECORD.events().append(List.of(up("a", NOON), down("a", NOON.plusSeconds(60)), up("b", NOON), up("c", NOON)));
        write(new JsonWriter().put("service", "b").put("code", 200));
        write(new JsonWriter().put("asset", "c").put("service", "other").put("status", "down"));
        write(new JsonWriter().put("asset", "no key").put("status", "up"));
        write(new JsonWriter().put("status", "up"));
        write(new JsonWriter().put("asset", "a").put("message", "no result"));

        EventHourDocument whole = document(HourCount.PART);

        assertThat(document(1)).isEqualTo(whole);
        assertThat(whole.id()).isEqualTo("2026-05-04T12:00:00Z");
        assertThat(whole.events()).isEqualTo(9);
        assertThat(whole.assets())
                .containsExactlyInAnyOrder(
                        new Checks(key("a"), 2, 1, 2, 60),
                        new Checks(key("b"), 2, 2, 1, 20),
                        new Checks(key("c"), 2, 1, 1, 20));
    }

    /** Of two derivers the slower one may write last. */
    @Test
    void a_count_over_a_newer_one_is_seen_as_out_of_date_and_not_used() {
        RECORD.events().append(List.of(up("raced", LATER), down("raced", LATER.plusSeconds(60))));
        RECORD.hours().count(LATER);
        EventHourDocument older =
                new EventHourDocument(LATER, 1, LATER, List.of(new Checks(key("raced"), 1, 1, 1, 20)));
        CLUSTER.put("/hourcount-event-hours/_doc/" + older.id() + "?refresh=true", older.toJson());

        assertThat(RECORD.hours().standings(LATER, LATER.plusSeconds(3_600)))
                .containsExactly(new Standing(LATER, 2, 1L));
        assertThat(new PeriodTally(RECORD.hours())
                        .tally(List.of(key("raced")), LATER.minusSeconds(1), LATER.plusSeconds(7_200)))
                .isEqualTo(RECORD.hours()
                        .tally(List.of(key("raced")), List.of(), List.of(Span.after(LATER.minusSeconds(1)))));
    }

    private static EventHourDocument document(int part) {
        try (Moment moment = new Moment(CLUSTER, "hourcount-events")) {
            return new HourCount(moment, NOON, part).document(LATER).orElseThrow();
        }
    }

    private static void write(JsonWriter event) {
        JsonWriter document =
                new JsonWriter().put("@timestamp", NOON.plusSeconds(30)).put("level", "health");
        event.build().forEach(document::put);
        CLUSTER.post("/hourcount-events/_doc", Map.of("refresh", "true"), document.build());
    }
}
