package io.secplat.api.alerts.postgres;

import static io.secplat.api.alerts.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.alerts.AlertEvaluation;
import io.secplat.api.alerts.AlertList;
import io.secplat.api.alerts.Alerts;
import io.secplat.api.alerts.PostureChangeHandler;
import io.secplat.api.alerts.Tale;
import io.secplat.api.live.LiveFeed;
import io.secplat.api.live.LocalLiveFeed;
import io.secplat.api.live.Position;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.runtime.MovingClock;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.search.memory.InMemoryRecord;
import io.secplat.stream.Message;
import io.secplat.stream.Outcome;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AlertEvaluationTest {

    private static final Instant T0 = Instant.parse("2026-05-04T07:21:00Z");
    private static final Caller MIRA = new Caller("mira", AccessRole.ANALYST, "web-7Qd2");

    private final MovingClock clock = new MovingClock(T0.plusSeconds(2));
    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final InMemoryRecord record = new InMemoryRecord();
    private final OutboxTable outbox = new OutboxTable(new OutboxSignal());
    private final AlertEvaluation evaluation = new AlertEvaluation(
            record.statuses(),
            new PostgresAlertBook(database, outbox, UUID::randomUUID, clock),
            new Tale(Optional.of("https://secplat.example.org")),
            clock);
    private final Alerts alerts = new PostgresAlerts(database, outbox, UUID::randomUUID, clock);
    private final LiveFeed feed = new LocalLiveFeed(1);
    private final AlertList list = new AlertList(alerts, record.statuses(), clock);

    @Test
    void an_outage_is_told_once_by_whoever_sees_it_first_and_its_end_as_well() throws Exception {
        website("shop", AssetStatus.DOWN, T0);
        CyclicBarrier start = new CyclicBarrier(4);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> passes = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                boolean reconciler = i % 2 == 0;
                passes.add(pool.submit(() -> {
                    start.await();
                    if (reconciler) {
                        evaluation.reconcile("r");
                    } else {
                        evaluation.evaluate(List.of(new AssetKey("shop")), "e");
                    }
                    return null;
                }));
            }
            for (Future<?> pass : passes) {
                pass.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(kinds()).containsExactly("asset.down");
        assertThat(rows.published("alert.triggered")).hasSize(1);
        assertThat(keys("firing")).containsExactly("shop");

        status("shop", AssetStatus.UP, T0.plusSeconds(60));
        evaluation.reconcile("r");
        evaluation.reconcile("r");
        assertThat(kinds()).containsExactly("asset.down", "asset.recovered");
        assertThat(keys("resolved")).containsExactly("shop");
    }

    @Test
    void several_outages_of_one_pass_are_told_together() {
        website("a", AssetStatus.DOWN, T0);
        website("b", AssetStatus.DOWN, T0);
        evaluation.reconcile("r");

        assertThat(rows.published("notify.requested")).hasSize(1);
        assertThat(rows.published("notify.requested").get(0).getJsonArray("asset_keys"))
                .hasSize(2);
        assertThat(rows.published("alert.triggered").get(0).getString("incident_key"))
                .startsWith("alert:2026050407:");
    }

    @Test
    void a_window_keeps_an_outage_quiet_until_it_ends() {
        website("shop", AssetStatus.DOWN, T0);
        rows.run("INSERT INTO maintenance_windows (asset_key, start_at, end_at, reason)"
                + " VALUES ('shop', '2026-05-04T07:00:00Z', '2026-05-04T07:30:00Z', 'patch day')");
        evaluation.reconcile("r");
        assertThat(kinds()).isEmpty();
        assertThat(keys("suppressed")).containsExactly("shop");
        assertThat(list.json().getJsonArray("suppressed").getJsonObject(0).getString("maintenance_reason"))
                .isEqualTo("patch day");
        assertThat(alerts.sendFiring(true, MIRA)).isEmpty();

        clock.advance(Duration.ofMinutes(10));
        evaluation.reconcile("r");
        assertThat(kinds()).containsExactly("asset.down");
    }

    @Test
    void an_acknowledged_alert_fires_again_at_the_next_outage() {
        website("shop", AssetStatus.DOWN, T0);
        assertThatThrownBy(() -> alerts.acknowledge("shop", "on it", MIRA)).isInstanceOf(ProblemException.class);
        evaluation.reconcile("r");
        alerts.acknowledge("shop", "on it", MIRA);
        assertThat(keys("acked")).containsExactly("shop");
        assertThat(list.json().getJsonArray("acked").getJsonObject(0).getString("acked_by"))
                .isEqualTo("mira");

        status("shop", AssetStatus.UP, T0.plusSeconds(60));
        evaluation.reconcile("r");
        status("shop", AssetStatus.DOWN, T0.plusSeconds(120));
        evaluation.reconcile("r");
        assertThat(keys("firing")).containsExactly("shop");
        assertThat(rows.audited()).containsExactly("alert.ack");
    }

    @Test
    void what_people_do_never_opens_an_alert() {
        website("shop", AssetStatus.UP, T0);
        alerts.suppress("shop", T0.plusSeconds(600), MIRA);
        alerts.assign("shop", "mira", MIRA);

        assertThat(list.json().values()).allMatch(bucket -> bucket.asJsonArray().isEmpty());
        assertThatThrownBy(() -> alerts.resolve("shop", MIRA)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> alerts.assign("nope", "mira", MIRA)).isInstanceOf(ProblemException.class);
    }

    @Test
    void the_alert_of_an_asset_that_is_gone_ends_silently() {
        website("shop", AssetStatus.DOWN, T0);
        evaluation.reconcile("r");
        rows.run("DELETE FROM assets");
        evaluation.reconcile("r");

        assertThat(kinds()).containsExactly("asset.down");
        assertThat(keys("resolved")).containsExactly("shop");
    }

    @Test
    void firing_alerts_can_be_sent_on_by_hand() {
        website("shop", AssetStatus.DOWN, T0);
        assertThat(alerts.sendFiring(true, MIRA)).isEmpty();
        evaluation.reconcile("r");

        assertThat(alerts.sendFiring(false, MIRA)).containsExactly("shop");
        assertThat(rows.audited()).isEmpty();
        assertThat(alerts.sendFiring(true, MIRA)).containsExactly("shop");
        assertThat(rows.published("notify.requested").get(1).getString("type")).isEqualTo("down_assets");
        assertThat(rows.audited()).containsExactly("posture_alert.send");
    }

    @Test
    void websites_hear_of_each_state_of_an_alert() {
        website("shop", AssetStatus.DOWN, T0);
        evaluation.reconcile("r");
        alerts.acknowledge("shop", "on it", MIRA);
        alerts.acknowledge("shop", "still on it", MIRA);
        status("shop", AssetStatus.UP, T0.plusSeconds(60));
        evaluation.reconcile("r");

        assertThat(rows.published("alert.state"))
                .allMatch(news -> news.getString("asset_key").equals("shop"))
                .extracting(news ->
                        (news.isNull("from") ? "nothing" : news.getString("from")) + " to " + news.getString("state"))
                .containsExactly("nothing to firing", "firing to acked", "acked to resolved");
    }

    @Test
    void messages_about_other_things_are_acknowledged_and_those_without_an_asset_are_parked() {
        website("shop", AssetStatus.DOWN, T0);
        PostureChangeHandler handler = new PostureChangeHandler(evaluation, feed);

        Map<String, Outcome> outcomes = handler.handle(List.of(
                new Message("1-0", Map.of("event_type", "finding.created")),
                new Message("2-0", Map.of("event_type", "posture.changed")),
                new Message("3-0", Map.of("event_type", "posture.changed", "asset_key", "shop"))));
        assertThat(outcomes)
                .containsEntry("1-0", Outcome.DONE)
                .containsEntry("2-0", new Outcome.Park("missing_asset_key"))
                .containsEntry("3-0", Outcome.DONE);
        assertThat(kinds()).containsExactly("asset.down");
        assertThat(feed.after(new Position(0, 0), 10, Duration.ZERO))
                .extracting(entry -> entry.event().name())
                .containsExactly("begin", "posture.changed");

        record.goAway();
        assertThat(handler.handle(
                        List.of(new Message("4-0", Map.of("event_type", "posture.changed", "asset_key", "shop")))))
                .containsEntry("4-0", new Outcome.Hold("search_unavailable"));
        assertThat(keys("firing")).containsExactly("shop");
    }

    @Test
    void events_that_opened_no_incident_are_published_again() {
        website("shop", AssetStatus.DOWN, T0);
        evaluation.reconcile("r");
        rows.run("UPDATE outbox_events SET published_at = now()");

        assertThat(new Uncorrelated(database, outbox).republish()).isEqualTo(1);
        assertThat(rows.ask("SELECT event_type FROM outbox_events WHERE published_at IS NULL", String.class))
                .containsExactly("alert.triggered");
    }

    private void website(String key, AssetStatus status, Instant since) {
        rows.website(key);
        status(key, status, since);
    }

    private void status(String key, AssetStatus status, Instant since) {
        AssetKey asset = new AssetKey(key);
        record.statuses()
                .write(List.of(new Write(
                        document(key, status, false, since),
                        record.statuses().find(List.of(asset)).get(asset))));
    }

    private List<String> kinds() {
        return rows.published("notify.requested").stream()
                .map(payload -> payload.getString("kind"))
                .toList();
    }

    private List<String> keys(String bucket) {
        return list.json().getJsonArray(bucket).getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("asset_key"))
                .toList();
    }
}
