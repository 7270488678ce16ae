package io.secplat.api.posture.postgres;

import static io.secplat.api.alerts.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.StatementCount;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.posture.AnswerCache;
import io.secplat.api.posture.Completeness;
import io.secplat.api.posture.PostureAnswers;
import io.secplat.api.posture.PostureCsv;
import io.secplat.api.posture.PostureJson;
import io.secplat.api.posture.PostureList.Scope;
import io.secplat.api.posture.PostureQuestion;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.local.store.TestStores;
import io.secplat.runtime.MovingClock;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.search.PostureFilter;
import io.secplat.search.opensearch.OpenSearchRecord;
import io.secplat.search.opensearch.SearchSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much posture asks of a real OpenSearch and a real PostgreSQL. */
class PostureReadsTest {

    private static final Instant NOW = Instant.parse("2026-05-04T07:21:00Z");
    private static final Duration TTL = Duration.ofSeconds(5);

    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final StatementCount statements = new StatementCount();
    private final MovingClock clock = new MovingClock(NOW);
    private final CountingSearch search;
    private final OpenSearchRecord record;
    private final PostureAnswers answers;

    PostureReadsTest() throws IOException {
        search = new CountingSearch(TestStores.openSearch().url());
        String name = UUID.randomUUID().toString();
        record = new OpenSearchRecord(
                new SearchSettings(search.url(), name + "-events", name + "-assets", name + "-status", name + "-hours"),
                clock);
        answers = new PostureAnswers(
                record.statuses(),
                record.events(),
                new PostgresInventory(statements.counting(database)),
                new AnswerCache(TTL, clock),
                clock,
                200);
    }

    @BeforeEach
    void a_printer_that_is_not_monitored() {
        rows.run("INSERT INTO assets (asset_key, type, name) VALUES ('printer', 'host', 'printer')");
    }

    @AfterEach
    void close() throws IOException {
        record.close();
        search.close();
    }

    @Test
    void a_page_is_one_search_and_one_query_however_many_assets_there_are() {
        monitored(300);

        for (Scope scope : List.of(Scope.MONITORED, Scope.ALL)) {
            for (int limit : List.of(5, 200)) {
                answers.list(page(scope, limit)).orElseThrow();
                assertThat(search.requests()).hasSize(1).first().asString().endsWith("/_search");
                assertThat(queries()).isEqualTo(1);
            }
        }
    }

    @Test
    void a_summary_is_one_search_and_one_query() {
        monitored(300);

        answers.counts(PostureFilter.ALL);

        assertThat(search.requests()).hasSize(1);
        assertThat(queries()).isEqualTo(1);
    }

    @Test
    void a_detail_is_two_requests_and_one_query() {
        monitored(3);

        assertThat(answers.detail("asset-00001", Completeness.DAY, Optional.empty()))
                .isPresent();

        assertThat(search.requests()).hasSize(2);
        assertThat(queries()).isEqualTo(1);
    }

    @Test
    void an_answer_is_reused_until_it_is_too_old_and_is_the_same_for_words_in_another_order() {
        monitored(3);
        String tag = answers.list(page(Scope.MONITORED, 2)).orElseThrow().tag();
        search.requests();
        queries();

        assertThat(answers.list(page(Scope.MONITORED, 2)).orElseThrow().tag()).isEqualTo(tag);
        assertThat(search.requests()).isEmpty();
        assertThat(queries()).isZero();

        rows.run("UPDATE assets SET name = 'renamed'");
        clock.advance(TTL);
        assertThat(answers.list(page(Scope.MONITORED, 2)).orElseThrow().tag()).isNotEqualTo(tag);
    }

    @Test
    void a_complete_list_of_one_page_is_kept_and_a_longer_one_is_streamed() throws IOException {
        monitored(1_001);
        PostureQuestion some = question(new PostureFilter(List.of(), List.of(), List.of(), List.of("red")));
        PostureQuestion all = question(PostureFilter.ALL);

        assertThat(answers.list(some)).isPresent();
        assertThat(answers.list(all)).isEmpty();
        ByteArrayOutputStream streamed = new ByteArrayOutputStream();
        PostureJson.write(answers.walk(all), streamed);

        JsonObject json = Json.createReader(new ByteArrayInputStream(streamed.toByteArray()))
                .readObject();
        assertThat(json.getInt("total")).isEqualTo(1_001);
        assertThat(json.getJsonArray("items")).hasSize(1_001);
        assertThat(json.getJsonArray("items").getJsonObject(0).getString("status"))
                .isEqualTo("red");
        assertThat(json.isNull("next_cursor")).isTrue();
    }

    @Test
    void what_the_inventory_changed_since_is_not_shown_where_it_no_longer_matches() throws IOException {
        monitored(3);
        rows.run("UPDATE assets SET environment = 'stage' WHERE asset_key = 'asset-00001'");
        rows.run("UPDATE assets SET probe = NULL WHERE asset_key = 'asset-00002'");
        PostureFilter prod = new PostureFilter(List.of("prod"), List.of("high"), List.of(), List.of());
        ByteArrayOutputStream csv = new ByteArrayOutputStream();

        PostureCsv.write(answers.walk(question(prod)), csv);

        assertThat(csv.toString(StandardCharsets.UTF_8))
                .contains("asset-00000")
                .doesNotContain("asset-00001", "asset-00002");
    }

    @Test
    void twenty_thousand_rows_of_csv_are_read_and_written_page_by_page() throws IOException {
        monitored(20_000);
        PostureQuestion all =
                new PostureQuestion(PostureFilter.ALL, Scope.ALL, true, Optional.empty(), Optional.empty());
        LargestWrite out = new LargestWrite();

        PostureCsv.write(answers.walk(all), out);

        assertThat(out.lines()).isEqualTo(20_002);
        assertThat(out.largest()).isLessThan(200_000);
        assertThat(search.requests()).hasSizeLessThanOrEqualTo(24);
        assertThat(queries()).isLessThanOrEqualTo(22);
    }

    private int queries() {
        int count = statements.statements();
        statements.reset();
        return count;
    }

    private static PostureQuestion page(Scope scope, int limit) {
        return new PostureQuestion(PostureFilter.ALL, scope, false, Optional.of(limit), Optional.empty());
    }

    private static PostureQuestion question(PostureFilter filter) {
        return new PostureQuestion(filter, Scope.MONITORED, false, Optional.empty(), Optional.empty());
    }

    /** Every third asset is down. */
    private void monitored(int count) {
        rows.run("INSERT INTO assets (asset_key, type, name, environment, criticality, probe)"
                + " SELECT 'asset-' || lpad(i::text, 5, '0'), 'app', 'asset ' || i, 'prod', 'high',"
                + " '{\"kind\":\"http\",\"url\":\"http://localhost/\"}' FROM generate_series(0, " + (count - 1)
                + ") i");
        record.statuses()
                .write(IntStream.range(0, count)
                        .mapToObj(i -> document(
                                "asset-%05d".formatted(i), i % 3 == 0 ? AssetStatus.DOWN : AssetStatus.UP, false, NOW))
                        .map(document -> new Write(document, null))
                        .toList());
        search.requests();
        queries();
    }
}
