package io.secplat.bench.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.bench.notice.Post;
import io.secplat.contracts.model.AssetKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Slack's messages tell which changes they are about. */
class ArrivalsTest {

    private static final Instant FIRST = Instant.parse("2026-05-04T07:00:00Z");
    private static final Instant LATER = FIRST.plusSeconds(1);

    @Test
    void an_outage_is_not_its_recovery() {
        Arrivals arrivals =
                read(List.of(post("HIGH: asset-7 is down", "", FIRST), post("INFO: asset-7 has recovered", "", LATER)));
        assertThat(arrivals.first())
                .containsOnly(Map.entry(change("asset-7", true), FIRST), Map.entry(change("asset-7", false), LATER));
    }

    @Test
    void a_message_tells_of_all_that_it_names() {
        String six = "HIGH: 6 assets are down: asset-1, asset-2, asset-3, asset-4, asset-5 and 1 more";
        Arrivals arrivals =
                read(List.of(post(six, "Assets: asset-1, asset-2, asset-3, asset-4, asset-5, asset-16", FIRST)));
        assertThat(arrivals.first())
                .hasSize(6)
                .containsKey(change("asset-16", true))
                .doesNotContainKey(change("asset-6", true));
    }

    @Test
    void the_first_message_counts() {
        Arrivals arrivals = read(List.of(
                post("HIGH: asset-7 is down", "", FIRST),
                post("HIGH: 2 assets are down: asset-7, asset-8", "", LATER)));
        assertThat(arrivals.first())
                .containsEntry(change("asset-7", true), FIRST)
                .containsEntry(change("asset-8", true), LATER);
        assertThat(arrivals.told(List.of(change("asset-7", true), change("asset-9", true))))
                .isEqualTo(1);
    }

    @Test
    void a_message_about_something_else_tells_of_no_change() {
        assertThat(read(List.of(post("MEDIUM: asset-7 is flapping", "", FIRST))).first())
                .isEmpty();
    }

    @Test
    void a_message_tells_also_of_what_was_asked_under_its_title() {
        String text = "*SecPlat:* 200 assets are down: asset-1 and 199 more\nasset-1: HTTP 503";
        Arrivals arrivals = read(
                List.of(post(text, "", FIRST)),
                Map.of("200 assets are down: asset-1 and 199 more", List.of(change("asset-9", true))));
        assertThat(arrivals.first()).containsOnlyKeys(change("asset-1", true), change("asset-9", true));
    }

    private static Arrivals read(List<Post> posts, Map<String, List<Change>> titles) {
        return Arrivals.of(posts, titles);
    }

    private static Arrivals read(List<Post> posts) {
        return Arrivals.of(posts, Map.of());
    }

    private static Change change(String asset, boolean down) {
        return new Change(new AssetKey(asset), down);
    }

    private static Post post(String text, String about, Instant at) {
        return new Post("1.0", "1.0", text, about, at);
    }
}
