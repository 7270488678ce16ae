package io.secplat.workers.posture;

import static io.secplat.search.Documents.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.search.Documents;
import io.secplat.search.SearchUnavailableException;
import io.secplat.stream.CourierUnavailableException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PosturePassesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final DerivationStage stage = new DerivationStage();

    @Test
    void checks_none_up_down_and_an_old_up_are_told_apart() {
        stage.monitor("none", "up", "down", "old");
        stage.check("old", true);
        stage.pass(Duration.ofSeconds(400));
        stage.check("up", true);
        stage.check("down", false);

        assertThat(stage.passes.overAll(false)).isEmpty();

        assertPosture("none", AssetStatus.UNKNOWN, 0);
        assertPosture("up", AssetStatus.UP, 100);
        assertPosture("down", AssetStatus.DOWN, 0);
        assertPosture("old", AssetStatus.STALE, 60);
        assertThat(stage.told()).containsExactlyInAnyOrder("none >unknown", "up >up", "down >down", "old >stale");
    }

    @Test
    void one_failure_is_pending_and_the_second_is_down_and_told_once() {
        stage.monitor("web");
        for (boolean success : new boolean[] {true, true, false}) {
            stage.pass(MINUTE);
            stage.check("web", success);
            stage.passes.overAll(false);
        }
        assertThat(stage.status("web").status()).isEqualTo(AssetStatus.UP);
        assertThat(stage.status("web").pendingStatus()).isEqualTo(AssetStatus.DOWN);

        stage.pass(MINUTE);
        stage.check("web", false);
        stage.passes.overAll(false);
        stage.passes.overAll(false);

        assertThat(stage.status("web").status()).isEqualTo(AssetStatus.DOWN);
        assertThat(stage.told()).containsExactly("web >up", "web up>down");
        assertThat(stage.courier.entries(StreamName.CORRELATION).get(1).fields())
                .containsEntry("event_type", "posture.changed")
                .containsEntry("posture_state", "red")
                .containsEntry("status_num", "-2")
                .containsEntry("changed_at", stage.clock.instant().toString());
    }

    @Test
    void a_down_asset_that_falls_silent_stays_down() {
        stage.monitor("web");
        stage.check("web", false);
        stage.pass(MINUTE);
        stage.check("web", false);
        stage.passes.overAll(false);

        stage.pass(Duration.ofSeconds(400));
        stage.passes.overAll(false);

        assertPosture("web", AssetStatus.DOWN, 0);
        assertThat(stage.status("web").reason()).isEqualTo("no_data_received");
        assertThat(stage.told()).containsExactly("web >down");
    }

    @Test
    void alternating_checks_flap_and_the_end_of_flapping_is_told() {
        stage.monitor("web");
        for (int i = 0; i < 21; i++) {
            stage.pass(MINUTE);
            stage.check("web", i % 2 == 0);
            stage.passes.overAll(false);
        }
        assertThat(stage.status("web").flapping()).isTrue();
        assertPosture("web", AssetStatus.UP, 60);

        for (int i = 0; i < 20; i++) {
            stage.pass(MINUTE);
            stage.check("web", true);
            stage.passes.overAll(false);
        }

        assertPosture("web", AssetStatus.UP, 100);
        assertThat(stage.told()).containsExactly("web >up", "web up>up!", "web up>up");
    }

    @Test
    void results_of_a_long_silence_of_the_deriver_are_all_applied() {
        stage.monitor("web");
        stage.check("web", true);
        stage.passes.overAll(false);
        stage.pass(MINUTE);
        stage.check("web", false);
        stage.pass(MINUTE);
        stage.check("web", false);
        String downSince = stage.clock.instant().toString();
        for (int i = 0; i < 100; i++) {
            stage.pass(MINUTE);
            stage.check("web", false);
        }

        stage.passes.overAll(false);

        assertThat(stage.status("web").consecutiveFailures()).isEqualTo(102);
        assertThat(stage.status("web").lastStatusChange()).isEqualTo(downSince);
        assertThat(stage.status("web").version()).isEqualTo(2);
    }

    @Test
    void a_lost_document_of_an_asset_with_a_long_past_comes_back_with_its_last_change() {
        stage.monitor("web");
        stage.check("web", true);
        for (int i = 0; i < 100; i++) {
            stage.pass(MINUTE);
            stage.check("web", false);
        }

        stage.passes.overAll(false);

        assertThat(stage.status("web").lastStatusChange()).isEqualTo(Checks.NOW.plus(MINUTE.multipliedBy(2)));
    }

    @Test
    void a_replay_applies_the_last_day_again_and_tells_nothing_when_it_agrees() {
        stage.monitor("web");
        stage.check("web", true);
        stage.passes.overAll(false);

        stage.passes.overAll(true);

        assertThat(stage.status("web").version()).isEqualTo(2);
        assertThat(stage.told()).containsExactly("web >up");
    }

    @Test
    void a_replay_repairs_a_document_and_tells_the_difference() {
        stage.monitor("web");
        stage.check("web", true);
        stage.passes.overAll(false);
        var stored = stage.record.statuses().find(List.of(key("web"))).get(key("web"));
        AssetStatusDocument wrong = Documents.status("web", AssetStatus.DOWN, 0);
        stage.record.statuses().write(List.of(new Write(wrong, stored)));

        stage.passes.over(List.of(key("web")), true);

        assertPosture("web", AssetStatus.UP, 100);
        assertThat(stage.told()).containsExactly("web >up", "web down>up");
    }

    @Test
    void documents_of_deleted_and_of_unmonitored_assets_are_removed() {
        stage.monitor("deleted", "unmonitored", "kept");
        stage.passes.overAll(false);
        stage.delete("deleted");
        stage.save(Documents.unmonitored("unmonitored"));

        stage.passes.over(List.of(key("deleted")), false);
        assertThat(stage.hasStatus("deleted")).isFalse();

        stage.passes.overAll(false);
        assertThat(stage.hasStatus("unmonitored")).isFalse();
        assertThat(stage.hasStatus("kept")).isTrue();
    }

    @Test
    void while_the_courier_is_away_documents_are_written_and_notices_are_told_later() {
        stage.monitor("web");
        stage.check("web", true);
        stage.courier.away(true);

        assertThatThrownBy(() -> stage.passes.overAll(false)).isInstanceOf(CourierUnavailableException.class);
        assertPosture("web", AssetStatus.UP, 100);
        stage.courier.away(false);
        stage.passes.overAll(false);

        assertThat(stage.told()).containsExactly("web >up");
    }

    @Test
    void while_the_record_is_away_the_pass_says_so() {
        stage.monitor("web");
        stage.record.goAway();

        assertThatThrownBy(() -> stage.passes.overAll(false)).isInstanceOf(SearchUnavailableException.class);
    }

    private void assertPosture(String asset, AssetStatus status, int score) {
        assertThat(stage.status(asset).status()).isEqualTo(status);
        assertThat(stage.status(asset).postureScore()).isEqualTo(score);
    }
}
