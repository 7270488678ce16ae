package io.secplat.search;

import static io.secplat.search.Documents.key;
import static io.secplat.search.Documents.monitored;
import static io.secplat.search.Documents.unmonitored;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.search.AssetMirror.Change.Remove;
import io.secplat.search.AssetMirror.Change.Save;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every mirror of the inventory promises. */
public interface AssetMirrorContract {

    AssetMirror assets();

    @Test
    default void an_asset_is_found_as_soon_as_it_is_written_and_is_equal() {
        assets().apply(List.of(new Save(monitored("m-new"))));

        assertThat(assets().find(List.of(key("m-new"), key("m-nobody"))))
                .containsOnlyKeys(key("m-new"))
                .containsValue(monitored("m-new"));
    }

    @Test
    default void monitored_assets_are_listed_and_others_are_not() {
        assets().apply(List.of(new Save(monitored("m-yes")), new Save(unmonitored("m-no"))));

        assertThat(assets().monitored()).contains(monitored("m-yes")).doesNotContain(unmonitored("m-no"));
    }

    @Test
    default void a_change_replaces_the_whole_document() {
        assets().apply(List.of(new Save(monitored("m-change"))));
        assets().apply(List.of(new Save(unmonitored("m-change"))));

        assertThat(assets().find(List.of(key("m-change")))).containsValue(unmonitored("m-change"));
    }

    @Test
    default void changes_are_applied_in_their_order() {
        assets().apply(List.of(
                new Remove(key("m-order")), new Save(monitored("m-order")), new Save(unmonitored("m-order"))));
        assertThat(assets().find(List.of(key("m-order")))).containsValue(unmonitored("m-order"));

        assets().apply(List.of(new Save(monitored("m-order")), new Remove(key("m-order"))));
        assertThat(assets().find(List.of(key("m-order")))).isEmpty();
    }
}
