package io.secplat.api.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.cache.FinishedAnswer;
import io.secplat.api.cache.Room;
import io.secplat.api.cache.SingleFlight;
import io.secplat.api.request.Caller;
import io.secplat.runtime.MovingClock;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingPagesTest {

    private static final Instant NOW = Instant.parse("2026-05-04T07:21:00Z");

    private final MovingClock clock = new MovingClock(NOW);
    private final Book book = new Book();
    private final SingleFlight<FindingPages.Asked, FinishedAnswer> flights =
            new SingleFlight<>(new Room(Duration.ofSeconds(1), 10, 1 << 20), FinishedAnswer::weight, clock);
    private final FindingPages pages = new FindingPages(book, flights);

    @Test
    void the_same_question_within_a_second_is_asked_once() {
        book.add(1);
        assertThat(pages.of(asked(5, false))).isSameAs(pages.of(asked(5, false)));
        assertThat(book.asked).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));

        assertThat(pages.of(asked(5, false)).tag())
                .isEqualTo(pages.of(asked(5, false)).tag());
        assertThat(book.asked).isEqualTo(2);
    }

    @Test
    void a_change_in_this_server_shows_at_once() {
        book.add(1);
        String before = pages.of(asked(5, false)).tag();
        book.add(2);
        flights.forget();

        assertThat(pages.of(asked(5, false)).tag()).isNotEqualTo(before);
    }

    @Test
    void viewers_never_get_what_was_made_for_others() {
        book.add(1);
        JsonObject full = json(pages.of(asked(5, false))).getJsonObject(0);
        JsonObject reduced = json(pages.of(asked(5, true))).getJsonObject(0);

        assertThat(full.getString("evidence")).isEqualTo("secret");
        assertThat(full.getString("accepted_risk_reason")).isEqualTo("known");
        assertThat(full.getJsonObject("scanner_metadata_json")).isNotEmpty();
        assertThat(reduced.isNull("evidence")).isTrue();
        assertThat(reduced.isNull("accepted_risk_reason")).isTrue();
        assertThat(reduced.getJsonObject("scanner_metadata_json")).isEmpty();
        assertThat(reduced.keySet()).isEqualTo(full.keySet());
    }

    @Test
    void a_page_tells_where_the_next_begins_and_the_last_does_not() {
        book.add(1);
        book.add(2);

        assertThat(pages.of(asked(1, false)).nextCursor()).isPresent();
        assertThat(pages.of(asked(2, false)).nextCursor()).isEmpty();
    }

    private static FindingPages.Asked asked(int limit, boolean forViewer) {
        Findings.Filter all =
                new Findings.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new FindingPages.Asked(all, limit, Optional.empty(), forViewer);
    }

    private static JsonArray json(FinishedAnswer page) {
        return Json.createReader(new ByteArrayInputStream(page.bytes())).readArray();
    }

    /** Findings in a list, newest first. */
    private static final class Book implements Findings {

        private final List<Scored> kept = new ArrayList<>();
        private int asked;

        void add(int id) {
            FindingDetails details = new FindingDetails(
                    "Weak",
                    null,
                    null,
                    null,
                    "secret",
                    null,
                    null,
                    SoftwareComponent.NONE,
                    Json.createObjectBuilder().add("host", "inside").build());
            AssetFacts asset =
                    new AssetFacts(1, "a", "a", "host", "service", "dev", "low", false, true, Set.of(), false);
            Finding finding = Finding.first(new FindingReport("k" + id, "a", null, details), asset, null, NOW)
                    .stored(id)
                    .accepted(new Acceptance(NOW, NOW, "known", "mira"));
            kept.add(0, new Scored(finding, finding.risk(NOW)));
        }

        @Override
        public List<Scored> page(Filter filter, int limit, Optional<Place> after) {
            asked++;
            return List.copyOf(kept.subList(0, Math.min(limit, kept.size())));
        }

        @Override
        public List<Reported> report(List<FindingReport> reports, Optional<Lease> lease, Caller caller) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void move(int findingId, FindingStatus to, Caller caller) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void accept(int findingId, String reason, Instant expiresAt, Caller caller) {
            throw new UnsupportedOperationException();
        }
    }
}
