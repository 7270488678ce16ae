package io.secplat.api.alerts.postgres;

import static io.secplat.api.alerts.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.alerts.AlertEvaluation;
import io.secplat.api.alerts.Tale;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.StatementCount;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.runtime.MovingClock;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.search.memory.InMemoryRecord;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages about assets carry the tags and environments by which people choose what they hear of. */
class TellingMarksTest {

    private static final Instant T0 = Instant.parse("2026-05-04T07:21:00Z");

    private final MovingClock clock = new MovingClock(T0.plusSeconds(2));
    private final StatementCount statements = new StatementCount();
    private final Database database = statements.counting(TestDatabase.fresh());
    private final Rows rows = new Rows(database);
    private final InMemoryRecord record = new InMemoryRecord();
    private final AlertEvaluation evaluation = new AlertEvaluation(
            record.statuses(),
            new PostgresAlertBook(database, new OutboxTable(new OutboxSignal()), UUID::randomUUID, clock),
            new Tale(Optional.empty()),
            clock);

    @Test
    void an_outage_and_its_end_carry_the_marks_of_the_asset() {
        asset("shop", "prod", "web", "pci");
        status("shop", AssetStatus.DOWN, T0);
        evaluation.reconcile("r");
        status("shop", AssetStatus.UP, T0.plusSeconds(60));
        evaluation.reconcile("r");

        assertThat(told()).extracting(told -> told.getString("kind")).containsExactly("asset.down", "asset.recovered");
        assertThat(told()).allSatisfy(told -> {
            assertThat(told.getJsonArray("asset_tags")).hasToString("[\"pci\",\"web\"]");
            assertThat(told.getJsonArray("environments")).hasToString("[\"prod\"]");
        });
    }

    @Test
    void one_message_about_several_assets_carries_the_marks_of_each_once() {
        asset("a", "prod", "web");
        asset("b", "dev", "web", "edge");
        status("a", AssetStatus.DOWN, T0);
        status("b", AssetStatus.DOWN, T0);
        evaluation.reconcile("r");

        assertThat(told()).singleElement().satisfies(told -> {
            assertThat(told.getJsonArray("asset_tags")).hasToString("[\"edge\",\"web\"]");
            assertThat(told.getJsonArray("environments")).hasToString("[\"dev\",\"prod\"]");
        });
    }

    @Test
    void an_asset_without_tags_is_told_without_them() {
        asset("shop", "prod");
        status("shop", AssetStatus.DOWN, T0);
        evaluation.reconcile("r");

        assertThat(told()).singleElement().satisfies(told -> assertThat(told).doesNotContainKey("asset_tags"));
    }

    @Test
    void the_marks_of_more_assets_take_no_more_statements() {
        int few = outage("few", 2);
        int many = outage("many", 40);

        assertThat(many).isEqualTo(few);
    }

    /** The statements of a pass in which that many assets go down. */
    private int outage(String name, int count) {
        List<AssetKey> assets =
                IntStream.range(0, count).mapToObj(n -> new AssetKey(name + n)).toList();
        assets.forEach(asset -> {
            asset(asset.value(), "prod", "web");
            status(asset.value(), AssetStatus.DOWN, T0);
        });
        statements.reset();
        evaluation.evaluate(assets, "r");
        return statements.statements();
    }

    private void asset(String key, String environment, String... tags) {
        int id = rows.website(key);
        rows.run("UPDATE assets SET environment = '" + environment + "', tags = '{" + String.join(",", tags)
                + "}' WHERE asset_id = " + id);
    }

    private void status(String key, AssetStatus status, Instant since) {
        AssetKey asset = new AssetKey(key);
        record.statuses()
                .write(List.of(new Write(
                        document(key, status, false, since),
                        record.statuses().find(List.of(asset)).get(asset))));
    }

    private List<JsonObject> told() {
        return rows.published("notify.requested");
    }
}
