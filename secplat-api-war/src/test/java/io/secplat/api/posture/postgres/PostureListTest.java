package io.secplat.api.posture.postgres;

import static io.secplat.api.alerts.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.posture.AnswerCache;
import io.secplat.api.posture.AssetState;
import io.secplat.api.posture.Completeness;
import io.secplat.api.posture.PostureAnswers;
import io.secplat.api.posture.PostureCounts;
import io.secplat.api.posture.PostureDetail;
import io.secplat.api.posture.PostureList;
import io.secplat.api.posture.PostureList.Scope;
import io.secplat.api.posture.PostureWalk;
import io.secplat.api.request.AccessRole;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.runtime.MovingClock;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.search.PostureFilter;
import io.secplat.search.memory.InMemoryRecord;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
            new AnswerCache(Duration.ZERO, new MovingClock(NOW)),
            new MovingClock(NOW),
            200);

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
        assertThat(keys(list.page(PostureFilter.ALL, Scope.MONITORED, 10, Optional.empty())))
                .containsExactly("down", "late", "up");
        assertThat(keys(list.page(PostureFilter.ALL, Scope.UNMONITORED, 10, Optional.empty())))
                .containsExactly("printer", "scanner");
        assertThat(walked(prod(), Scope.ALL)).containsExactly("down", "late", "up", "scanner");
        assertThat(list.complete(PostureFilter.ALL, Scope.ALL)).isEmpty();
        assertThat(list.complete(PostureFilter.ALL, Scope.MONITORED)
                        .orElseThrow()
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
        JsonObject json = new PostureCounts(
                        record.statuses().summary(PostureFilter.ALL), inventory.countUnmonitored(PostureFilter.ALL))
                .json();

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
        JsonObject json = detail.seenBy(AccessRole.ANALYST);

        assertThat(json.getJsonArray("timeline")).hasSize(2);
        assertThat(json.getJsonObject("evidence").getInt("code")).isEqualTo(503);
        assertThat(json.getJsonArray("recommendations").getString(0))
                .isEqualTo("Check the HTTP service behind down.example.org");
        assertThat(json.getBoolean("latency_slo_ok")).isFalse();
        assertThat(json.getString("reason_display")).isEqualTo("http_error");
        assertThat(detail.seenBy(AccessRole.VIEWER).isNull("evidence")).isTrue();
    }

    @Test
    void a_status_filter_that_names_unmonitored_finds_them_where_they_are_wanted() {
        PostureFilter filter = new PostureFilter(List.of(), List.of(), List.of(), List.of("unmonitored", "red"));

        assertThat(walked(filter, Scope.ALL)).containsExactly("down", "printer", "scanner");
        assertThat(walked(filter, Scope.MONITORED)).containsExactly("down");
    }

    @Test
    void a_whole_day_of_checks_is_complete_and_more_than_that_is_not_more_than_all() {
        AssetKey up = new AssetKey("up");
        record.events()
                .append(IntStream.range(0, 1_441)
                        .mapToObj(i -> new HealthEventDocument(
                                up, NOW.minusSeconds(60L * i), true, 200, 91, ProbeKind.HTTP, null))
                        .toList());
        rows.run("UPDATE assets SET probe = jsonb_set(probe, '{interval_seconds}', '120') WHERE asset_key = 'late'");
        JsonObject detail = answers.detail("up", Completeness.DAY, Optional.empty())
                .orElseThrow()
                .seenBy(AccessRole.ADMIN);
        JsonObject completeness = detail.getJsonObject("data_completeness");
        PostureDetail late =
                answers.detail("late", Completeness.DAY, Optional.empty()).orElseThrow();

        assertThat(detail.getBoolean("latency_slo_ok")).isTrue();
        assertThat(detail.isNull("reason_display")).isTrue();
        assertThat(completeness.getString("label_24h")).isEqualTo("1440/1440");
        assertThat(completeness.getString("label_1h")).isEqualTo("60/60");
        assertThat(completeness.getJsonNumber("pct_24h").doubleValue()).isEqualTo(100.0);
        assertThat(late.seenBy(AccessRole.ADMIN).getInt("expected_interval_sec"))
                .isEqualTo(120);
        assertThat(late.seenBy(AccessRole.ADMIN).getJsonObject("data_completeness"))
                .hasToString("{\"checks\":0,\"expected\":720,\"label_24h\":\"0/720\",\"label_1h\":\"0/30\","
                        + "\"pct_24h\":0.0,\"pct_1h\":0.0}");
    }

    @Test
    void the_timeline_of_a_detail_is_read_page_by_page() {
        AssetKey up = new AssetKey("up");
        record.events()
                .append(IntStream.range(0, 70)
                        .mapToObj(i -> new HealthEventDocument(
                                up, NOW.minusSeconds(60L * i), true, 200, 250, ProbeKind.HTTP, null))
                        .toList());
        JsonObject first = answers.detail("up", Duration.ofHours(1), Optional.empty())
                .orElseThrow()
                .seenBy(AccessRole.VIEWER);
        JsonObject second = answers.detail(
                        "up", Duration.ofHours(1), Optional.of(first.getString("timeline_next_cursor")))
                .orElseThrow()
                .seenBy(AccessRole.VIEWER);

        assertThat(first.getJsonArray("timeline")).hasSize(50);
        assertThat(second.getJsonArray("timeline")).hasSize(10);
        assertThat(second.isNull("timeline_next_cursor")).isTrue();
        assertThat(first.getBoolean("latency_slo_ok")).isFalse();
        assertThat(first.getString("reason_display")).isEqualTo("latency_slo_breach");
        assertThat(first.getJsonNumber("error_rate_24h").doubleValue()).isZero();
    }

    private List<String> walked(PostureFilter filter, Scope scope) {
        List<String> seen = new ArrayList<>();
        try (PostureWalk walk = list.walk(filter, scope)) {
            for (List<AssetState> page = walk.next(); !page.isEmpty(); page = walk.next()) {
                page.forEach(state -> seen.add(state.assetKey()));
            }
            assertThat(walk.total()).isEqualTo(seen.size());
        }
        return seen;
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
