package io.secplat.search;

import static io.secplat.contracts.model.AssetStatus.DOWN;
import static io.secplat.contracts.model.AssetStatus.STALE;
import static io.secplat.contracts.model.AssetStatus.UNKNOWN;
import static io.secplat.contracts.model.AssetStatus.UP;
import static io.secplat.search.Documents.key;
import static io.secplat.search.Documents.seen;
import static io.secplat.search.Documents.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.AssetStatuses.Page;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.search.PostureHighlights.ReasonCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every record of current postures promises. Each test keeps to an environment of its own. */
public interface AssetStatusesContract {

    AssetStatuses statuses();

    @Test
    default void a_document_is_found_as_soon_as_it_is_written_and_is_equal() {
        AssetStatusDocument document = status("found", UP, 100, "found", "high", "payments");
        assertThat(save(document)).isEmpty();

        assertThat(statuses().find(key("found"))).contains(document);
        assertThat(statuses().all(environment("found"))).containsExactly(document);
    }

    @Test
    default void an_asset_without_a_document_is_absent() {
        assertThat(statuses().find(key("absent"))).isEmpty();
        assertThat(statuses().find(List.of(key("absent")))).isEmpty();
        assertThat(statuses().find(List.of())).isEmpty();
    }

    @Test
    default void a_first_write_over_a_document_is_a_conflict_and_leaves_it_alone() {
        AssetStatusDocument first = status("first", UP, 100);
        save(first);

        var conflicts = statuses().write(List.of(new Write(status("first", DOWN, 0), null), write("second")));

        assertThat(conflicts).containsExactly(key("first"));
        assertThat(statuses().find(key("first"))).contains(first);
        assertThat(statuses().find(key("second"))).isPresent();
    }

    @Test
    default void a_write_over_the_state_that_was_read_succeeds_once() {
        save(status("once", UP, 100));
        var read = statuses().find(List.of(key("once"))).get(key("once"));

        var winner = statuses().write(List.of(new Write(status("once", DOWN, 0), read)));
        var loser = statuses().write(List.of(new Write(status("once", STALE, 60), read)));

        assertThat(winner).isEmpty();
        assertThat(loser).containsExactly(key("once"));
        assertThat(statuses().find(key("once")).orElseThrow().status()).isEqualTo(DOWN);
    }

    @Test
    default void a_write_over_a_document_that_was_removed_is_a_conflict() {
        save(status("removed", UP, 100));
        var read = statuses().find(List.of(key("removed"))).get(key("removed"));
        statuses().remove(List.of(key("removed"), key("never-there")));

        assertThat(statuses().write(List.of(new Write(status("removed", DOWN, 0), read))))
                .containsExactly(key("removed"));
        assertThat(statuses().find(key("removed"))).isEmpty();
    }

    @Test
    default void lists_are_worst_first() {
        save(
                status("o-green", UP, 100, "order", "low", ""),
                status("o-stale", STALE, 60, "order", "low", ""),
                status("o-flap", DOWN, 60, "order", "low", ""),
                status("o-unknown", UNKNOWN, 0, "order", "low", ""),
                status("o-down-b", DOWN, 0, "order", "low", ""),
                status("o-down-a", DOWN, 0, "order", "low", ""));
        List<String> worstFirst = List.of("o-down-a", "o-down-b", "o-unknown", "o-flap", "o-stale", "o-green");

        assertThat(keys(statuses().all(environment("order")))).isEqualTo(worstFirst);
        assertThat(keys(statuses()
                        .page(environment("order"), 10, Optional.empty())
                        .documents()))
                .isEqualTo(worstFirst);
    }

    @Test
    default void pages_lead_to_the_end_and_show_every_asset_once() {
        save(IntStream.range(0, 25)
                .mapToObj(i -> status(
                        "p-" + (char) ('a' + i), i % 2 == 0 ? UP : DOWN, i % 2 == 0 ? 100 : 0, "pages", "low", ""))
                .toArray(AssetStatusDocument[]::new));
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();

        do {
            Page page = statuses().page(environment("pages"), 5, cursor);
            assertThat(page.total()).isEqualTo(25);
            seen.addAll(keys(page.documents()));
            cursor = page.nextCursor();
        } while (cursor.isPresent());

        assertThat(seen).isEqualTo(keys(statuses().all(environment("pages")))).hasSize(25);
    }

    @Test
    default void a_walk_shows_every_asset_once_worst_first_as_they_were_when_it_began() {
        save(IntStream.range(0, 25)
                .mapToObj(i -> status(
                        "w-" + (char) ('a' + i), i % 2 == 0 ? UP : DOWN, i % 2 == 0 ? 100 : 0, "walk", "low", ""))
                .toArray(AssetStatusDocument[]::new));
        List<String> before = keys(statuses().all(environment("walk")));
        List<String> seen = new ArrayList<>();

        try (AssetStatuses.Walk walk = statuses().walk(environment("walk"), 5)) {
            assertThat(walk.total()).isEqualTo(25);
            seen.addAll(keys(walk.next()));
            statuses().remove(List.of(key("w-a"), key("w-x")));
            save(status("w-0", DOWN, 0, "walk", "low", ""));
            for (List<AssetStatusDocument> page = walk.next(); !page.isEmpty(); page = walk.next()) {
                assertThat(page).hasSizeLessThanOrEqualTo(5);
                seen.addAll(keys(page));
            }
        }

        assertThat(seen).isEqualTo(before);
    }

    @Test
    default void a_walk_over_few_or_none_ends_as_well() {
        save(status("few", UP, 100, "few", "low", ""));

        try (AssetStatuses.Walk few = statuses().walk(environment("few"), 5);
                AssetStatuses.Walk none = statuses().walk(environment("nobody"), 5)) {
            assertThat(keys(few.next())).containsExactly("few");
            assertThat(few.next()).isEmpty();
            assertThat(none.total()).isZero();
            assertThat(none.next()).isEmpty();
        }
    }

    @Test
    default void highlights_name_the_worst_the_reasons_and_those_seen_last() {
        save(
                seen(status("h-up", UP, 100, "high", "low", ""), null, 90),
                seen(status("h-down", DOWN, 0, "high", "low", ""), "dns_fail", 30),
                seen(status("h-late", STALE, 60, "high", "low", ""), "no_data_received", 0),
                seen(status("h-gone", DOWN, 0, "high", "low", ""), "dns_fail", 60));

        PostureHighlights highlights = statuses().highlights(environment("high"), 3);

        assertThat(highlights.summary()).isEqualTo(statuses().summary(environment("high")));
        assertThat(keys(highlights.worst())).containsExactly("h-down", "h-gone", "h-late");
        assertThat(highlights.reasons())
                .containsExactly(new ReasonCount("dns_fail", 2), new ReasonCount("no_data_received", 1));
        assertThat(keys(highlights.recent())).containsExactly("h-up", "h-gone", "h-down");
        assertThat(statuses().highlights(environment("nowhere"), 3).worst()).isEmpty();
    }

    @Test
    default void letters_beyond_ascii_have_no_case_either() {
        save(status("l-1", UP, 100, "letters", "low", "Größe.Ø+Ж"), status("l-2", UP, 100, "letters", "low", "GröXe"));

        assertThat(keys(statuses()
                        .all(new PostureFilter(List.of("LETTERS"), List.of(), List.of("gRÖße.ø+ж"), List.of()))))
                .containsExactly("l-1");
    }

    @Test
    default void a_cursor_that_cannot_be_read_is_refused() {
        assertThatThrownBy(() -> statuses().page(PostureFilter.ALL, 5, Optional.of("no cursor")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void filters_are_ored_inside_and_anded_across_without_case() {
        save(
                status("f-1", UP, 100, "filter", "high", "Payments"),
                status("f-2", DOWN, 0, "filter", "medium", "payments"),
                status("f-3", DOWN, 0, "Filter", "low", "search"),
                status("f-4", UP, 100, "other", "high", "payments"));
        List<String> here = List.of("FILTER");
        List<String> any = List.of();

        assertThat(keys(statuses().all(new PostureFilter(here, any, any, any)))).containsExactly("f-2", "f-3", "f-1");
        assertThat(keys(statuses().all(new PostureFilter(here, List.of("High", "low"), any, any))))
                .containsExactly("f-3", "f-1");
        assertThat(keys(statuses().all(new PostureFilter(here, List.of("3"), any, any))))
                .containsExactly("f-2");
        assertThat(keys(statuses().all(new PostureFilter(here, any, List.of("PAYMENTS"), List.of("red", "amber")))))
                .containsExactly("f-2");
        assertThat(keys(statuses().all(new PostureFilter(here, List.of("urgent"), any, any))))
                .isEmpty();
    }

    @Test
    default void a_summary_counts_every_document() {
        save(
                status("s-1", UP, 100, "sum", "low", ""),
                status("s-2", STALE, 60, "sum", "low", ""),
                status("s-3", UP, 60, "sum", "low", ""),
                status("s-4", UNKNOWN, 0, "sum", "low", ""),
                status("s-6", DOWN, 0, "sum", "low", ""),
                status("s-5", DOWN, 60, "sum", "low", ""));

        assertThat(statuses().summary(environment("sum")))
                .isEqualTo(new PostureSummary(6, 1, 3, 2, 280 / 6.0, 2, 1, 1, List.of("s-5", "s-6")));
    }

    @Test
    default void a_summary_of_nothing_has_no_average() {
        assertThat(statuses().summary(environment("empty")))
                .isEqualTo(new PostureSummary(0, 0, 0, 0, null, 0, 0, 0, List.of()));
    }

    @Test
    default void those_in_trouble_are_down_or_flapping() {
        save(
                status("t-up", UP, 100, "trouble", "low", ""),
                status("t-stale", STALE, 60, "trouble", "low", ""),
                status("t-unknown", UNKNOWN, 0, "trouble", "low", ""),
                status("t-down", DOWN, 0, "trouble", "low", ""),
                status("t-flapping", UP, 60, "trouble", "low", ""));

        assertThat(statuses().inTrouble())
                .contains(key("t-down"), key("t-flapping"))
                .doesNotContain(key("t-up"), key("t-stale"), key("t-unknown"));
    }

    private static PostureFilter environment(String name) {
        return new PostureFilter(List.of(name), List.of(), List.of(), List.of());
    }

    private static Write write(String asset) {
        return new Write(status(asset, UP, 100), null);
    }

    private static List<String> keys(List<AssetStatusDocument> documents) {
        return documents.stream().map(document -> document.assetKey().value()).toList();
    }

    private Set<AssetKey> save(AssetStatusDocument... documents) {
        return statuses()
                .write(Arrays.stream(documents)
                        .map(document -> new Write(document, null))
                        .toList());
    }
}
