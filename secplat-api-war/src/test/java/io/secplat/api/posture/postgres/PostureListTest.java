package io.secplat.api.posture.postgres;

import static io.secplat.api.alerts.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.MovingClock;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.posture.AssetState;
import io.secplat.api.posture.Completeness;
import io.secplat.api.posture.PostureAnswers;
import io.secplat.api.posture.PostureDetail;
import io.secplat.api.posture.PostureList;
import io.secplat.api.posture.PostureList.Scope;
import io.secplat.api.posture.PostureSettings;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.search.PostureFilter;
import io.secplat.search.memory.InMemoryRecord;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostureListTest {

    private static final Instant NOW = Instant.parse("2026-05-04T07:21:00Z");

    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final InMemoryRecord record = new InMemoryRecord();
    private final PostgresInventory inventory = new PostgresInventory(database);
    private final PostureList list = new PostureList(record.statuses(), inventory);
    private final PostureAnswers answers = new PostureAnswers(
            record.statuses(),
            record.events(),
            inventory,
            new MovingClock(NOW),
            new PostureSettings(200, Duration.ZERO));

    @BeforeEach
    void threeMonitoredAssetsAndTwoThatAreNot() {
        monitored("up", AssetStatus.UP);
        monitored("down", AssetStatus.DOWN);
        monitored("late", AssetStatus.STALE);
        rows.website("fresh");
        rows.run("INSERT INTO assets (asset_key, type, name, environment) VALUES ('printer', 'host', 'printer', 'dev'),"
                + " ('scanner', 'host', 'scanner', 'prod')");
    }

    @Test
    void the_list_is_worst_first_and_leaves_unmonitored_assets_out() {
        assertThat(keys(list.complete(PostureFilter.ALL, Scope.MONITORED))).containsExactly("down", "late", "up");
        assertThat(keys(list.complete(PostureFilter.ALL, Scope.UNMONITORED))).containsExactly("printer", "scanner");
        assertThat(keys(list.complete(prod(), Scope.ALL))).containsExactly("down", "late", "up", "scanner");
        assertThat(list.complete(PostureFilter.ALL, Scope.MONITORED)
                        .items()
                        .get(0)
                        .name())
                .isEqualTo("down.example.org");
    }

    @Test
    void pages_bring_every_asset_once() {
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            PostureList.Page page = list.page(PostureFilter.ALL, Scope.ALL, 2, cursor);
            seen.addAll(keys(page));
            assertThat(page.total()).isEqualTo(5);
            cursor = page.nextCursor();
        } while (cursor.isPresent());

        assertThat(seen).containsExactly("down", "late", "up", "printer", "scanner");
    }

    @Test
    void the_counts_tell_monitored_from_unmonitored() {
        JsonObject json = answers.counts(PostureFilter.ALL).json();

        assertThat(json.getInt("total")).isEqualTo(3);
        assertThat(json.getInt("unmonitored")).isEqualTo(2);
        assertThat(json.getInt("stale")).isEqualTo(1);
        assertThat(json.getJsonArray("down_assets").getString(0)).isEqualTo("down");
        assertThat(json.getJsonNumber("posture_score_avg").doubleValue()).isEqualTo(53.3);
    }

    @Test
    void one_asset_is_found_whether_or_not_it_is_monitored_or_was_ever_checked() {
        assertThat(answers.state("up").orElseThrow().status()).isEqualTo("green");
        assertThat(answers.state("printer").orElseThrow().status()).isEqualTo("unmonitored");
        assertThat(answers.state("fresh").orElseThrow().reason()).isEqualTo("unknown");
        assertThat(answers.state("nope")).isEmpty();
    }

    @Test
    void the_detail_shows_what_led_to_the_posture() {
        AssetKey down = new AssetKey("down");
        record.events()
                .append(List.of(
                        new HealthEventDocument(down, NOW.minusSeconds(60), true, 200, 91, ProbeKind.HTTP, null),
                        new HealthEventDocument(down, NOW, false, 503, 950, ProbeKind.HTTP, null)));
        PostureDetail detail =
                answers.detail("down", Completeness.DAY, Optional.empty()).orElseThrow();
        JsonObject json = detail.json(true);

        assertThat(json.getJsonArray("timeline")).hasSize(2);
        assertThat(json.getJsonObject("evidence").getInt("code")).isEqualTo(503);
        assertThat(json.getJsonArray("recommendations").getString(0))
                .isEqualTo("Check the HTTP service behind down.example.org");
        assertThat(json.getBoolean("latency_slo_ok")).isFalse();
        assertThat(json.getString("reason_display")).isEqualTo("http_error");
        assertThat(detail.json(false).isNull("evidence")).isTrue();
    }

    private static PostureFilter prod() {
        return new PostureFilter(List.of("PROD"), List.of(), List.of(), List.of());
    }

    private void monitored(String key, AssetStatus status) {
        rows.website(key);
        record.statuses().write(List.of(new Write(document(key, status, false, NOW), null)));
    }

    private static List<String> keys(PostureList.Page page) {
        return page.items().stream().map(AssetState::assetKey).toList();
    }
}
