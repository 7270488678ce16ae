package io.secplat.workers.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.search.Documents;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeReplayTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final DerivationStage stage = new DerivationStage();

    private TimeRange last(Duration time) {
        Instant now = stage.clock.instant();
        return new TimeRange(now.minus(time), now);
    }

    @Test
    void a_posture_is_derived_again_from_older_results_than_a_plain_replay_reads() {
        stage.monitor("web");
        stage.check("web", true);
        Instant checked = stage.clock.instant();
        stage.pass(Duration.ofHours(30));
        stage.passes.overAll(true);
        assertThat(stage.status("web").status()).as("24 hours know nothing").isEqualTo(AssetStatus.UNKNOWN);

        assertThat(stage.ranges.replay("web", last(Duration.ofHours(31))))
                .isEqualTo("Replayed 1 of 1 assets; 0 without results in the range, 0 with more than 20000, 0 failed.");

        assertThat(stage.status("web").status()).isEqualTo(AssetStatus.STALE);
        assertThat(stage.status("web").lastSeen()).isEqualTo(checked);
    }

    @Test
    void assets_without_results_in_the_range_stay_as_they_are_and_later_results_count() {
        stage.monitor("web", "old");
        stage.check("old", true);
        stage.pass(HOUR.multipliedBy(3));
        stage.check("web", true);
        Instant middle = stage.clock.instant();
        stage.pass(HOUR);
        stage.check("web", false);
        stage.pass(Duration.ofMinutes(1));
        stage.check("web", false);
        stage.passes.overAll(false);
        AssetStatusDocument old = stage.status("old");
        AssetStatusDocument web = spoiled("web");

        String answer = stage.ranges.replay(
                "all", new TimeRange(middle.minus(Duration.ofMinutes(1)), middle.plus(Duration.ofMinutes(1))));

        assertThat(answer).startsWith("Replayed 1 of 2 assets; 1 without results in the range");
        assertThat(stage.ranges.progress()).startsWith("1 of 2 assets");
        assertThat(stage.status("old")).isEqualTo(old);
        assertThat(stage.status("web").status()).isEqualTo(AssetStatus.DOWN);
        assertThat(stage.status("web").lastStatusChange()).isAfter(web.lastStatusChange());
    }

    @Test
    void twice_leads_to_the_same_and_tells_nobody_again() {
        stage.monitor("web");
        for (boolean success : new boolean[] {true, false, false}) {
            stage.pass(Duration.ofMinutes(1));
            stage.check("web", success);
        }
        stage.passes.overAll(false);
        stage.ranges.replay("web", last(HOUR));
        List<String> told = stage.told();
        Map<String, ?> first = comparable(stage.status("web"));

        stage.ranges.replay("web", last(HOUR));

        assertThat(comparable(stage.status("web"))).isEqualTo(first);
        assertThat(stage.told()).isEqualTo(told);
    }

    @Test
    void an_asset_with_too_many_results_is_left_out_and_said_so() {
        stage.monitor("web");
        Instant now = stage.clock.instant();
        for (int i = 0; i <= RangeReplay.MOST_RESULTS; i++) {
            stage.record.events().append(List.of(Documents.up("web", now.minusSeconds(i + 1L))));
        }
        stage.passes.overAll(false);
        AssetStatusDocument before = stage.status("web");

        assertThat(stage.ranges.replay("web", last(Duration.ofDays(1))))
                .contains("0 of 1 assets", "1 with more than 20000");
        assertThat(stage.status("web")).isEqualTo(before);
    }

    @Test
    void an_asset_that_is_not_monitored_is_refused() {
        stage.monitor("web");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.ranges.replay("shop", last(HOUR)))
                .withMessage("shop is not an asset that is monitored");
        assertThat(stage.ranges.progress()).isEqualTo("none since the start");
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday,now,from must be a time such as",
        "2026-05-04T07:00:00Z,later,to must be a time such as",
        "2026-05-04T07:00:00Z,2026-05-04T09:00:01Z,to must not be in the future",
        "2026-05-04T08:00:00Z,2026-05-04T08:00:00Z,from must be before to",
        "2026-04-27T08:59:59Z,now,from must be within the last 7 days",
    })
    void a_range_that_makes_no_sense_is_refused_by_name(String from, String to, String message) {
        Instant now = Instant.parse("2026-05-04T09:00:00Z");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeRange.of(from, to, now))
                .withMessageContaining(message);
    }

    @Test
    void the_longest_range_that_is_allowed() {
        Instant now = Instant.parse("2026-05-04T09:00:00Z");

        assertThat(TimeRange.of("2026-04-27T09:00:00Z", "now", now).length()).isEqualTo(TimeRange.REACH);
    }

    /** Writes a document that no result has led to. */
    private AssetStatusDocument spoiled(String asset) {
        AssetStatusDocument document = stage.status(asset);
        JsonObject wrong = Json.createObjectBuilder(document.toJson())
                .add("last_status_change", "2020-01-01T00:00:00Z")
                .build();
        AssetStatusDocument spoiled = AssetStatusDocument.fromJson(wrong);
        stage.record
                .statuses()
                .write(List.of(new Write(
                        spoiled,
                        stage.record
                                .statuses()
                                .find(List.of(document.assetKey()))
                                .get(document.assetKey()))));
        return spoiled;
    }

    /** All but when and how often it was written. */
    private static Map<String, ?> comparable(AssetStatusDocument document) {
        Map<String, Object> members = new TreeMap<>(document.toJson());
        members.remove("version");
        members.remove("@timestamp");
        return members;
    }
}
