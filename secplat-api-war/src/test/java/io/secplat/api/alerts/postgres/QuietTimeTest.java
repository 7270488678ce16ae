package io.secplat.api.alerts.postgres;

import static io.secplat.api.alerts.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.alerts.AlertEvaluation;
import io.secplat.api.alerts.AlertList;
import io.secplat.api.alerts.Alerts;
import io.secplat.api.alerts.Tale;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.StatementCount;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.api.suppression.MaintenanceWindow;
import io.secplat.api.suppression.SuppressionRule;
import io.secplat.api.suppression.SuppressionRule.Scope;
import io.secplat.api.suppression.Suppressions;
import io.secplat.api.suppression.postgres.PostgresSuppressions;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.runtime.MovingClock;
import io.secplat.search.AssetStatuses;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.search.memory.InMemoryRecord;
import jakarta.json.JsonObject;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Windows, rules and people keep an outage quiet, and its end is heard within one reconcile pass. */
class QuietTimeTest {

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
            new Tale(Optional.empty()),
            clock);
    private final Suppressions suppressions = new PostgresSuppressions(database, clock);
    private final Alerts alerts = new PostgresAlerts(database, outbox, UUID::randomUUID, clock);

    @Test
    void an_outage_in_a_window_is_told_as_soon_as_the_window_is_deleted() {
        rows.website("shop");
        MaintenanceWindow window = suppressions.open(
                new MaintenanceWindow.Wish("shop", T0, T0.plus(Duration.ofHours(1)), "patch day"), MIRA);
        status("shop", AssetStatus.DOWN, T0);
        evaluation.reconcile("r");

        assertThat(kinds()).isEmpty();
        assertThat(bucket("suppressed")).hasSize(1);
        assertThat(alerts.sendFiring(true, MIRA)).isEmpty();

        suppressions.deleteWindow(window.id(), MIRA);
        clock.advance(Duration.ofSeconds(30));
        evaluation.reconcile("r");

        assertThat(kinds()).containsExactly("asset.down");
        assertThat(bucket("firing")).hasSize(1);
        evaluation.reconcile("r");
        assertThat(kinds()).containsExactly("asset.down");
    }

    @Test
    void a_rule_for_all_keeps_every_asset_quiet_until_it_is_deleted() {
        rows.website("shop");
        SuppressionRule rule = suppressions.make(
                new SuppressionRule.Wish(Scope.ALL, null, T0, T0.plus(Duration.ofHours(1)), "move"), MIRA);
        status("shop", AssetStatus.DOWN, T0);
        evaluation.reconcile("r");
        assertThat(bucket("suppressed").get(0).getString("suppression_reason")).isEqualTo("move");

        suppressions.deleteRule(rule.id(), MIRA);
        evaluation.reconcile("r");
        assertThat(kinds()).containsExactly("asset.down");
    }

    @Test
    void an_alert_that_a_person_keeps_quiet_is_told_when_that_time_is_over() {
        rows.website("shop");
        alerts.suppress("shop", T0.plusSeconds(600), MIRA);
        status("shop", AssetStatus.DOWN, T0);
        evaluation.reconcile("r");
        assertThat(bucket("suppressed")).hasSize(1);

        clock.advance(Duration.ofSeconds(600));
        evaluation.reconcile("r");
        assertThat(kinds()).containsExactly("asset.down");
    }

    @Test
    void an_alert_that_was_resolved_by_hand_fires_again_while_its_asset_is_down() {
        rows.website("shop");
        status("shop", AssetStatus.DOWN, T0);
        evaluation.reconcile("r");
        alerts.acknowledge("shop", "on it", MIRA);
        alerts.resolve("shop", MIRA);
        assertThat(bucket("resolved").get(0).isNull("acked_by")).isTrue();

        evaluation.reconcile("r");
        assertThat(bucket("firing")).hasSize(1);
        assertThat(kinds()).containsExactly("asset.down", "asset.down");
    }

    @Test
    void the_list_costs_one_statement_and_one_look_into_the_record_however_long_it_is() {
        for (String key : List.of("a", "b", "c")) {
            rows.website(key);
            status(key, AssetStatus.DOWN, T0);
        }
        suppressions.open(new MaintenanceWindow.Wish("b", T0, T0.plus(Duration.ofHours(1)), null), MIRA);
        evaluation.reconcile("r");
        StatementCount statements = new StatementCount();
        AtomicInteger looks = new AtomicInteger();
        Alerts counted = new PostgresAlerts(statements.counting(database), outbox, UUID::randomUUID, clock);

        JsonObject json = new AlertList(counted, counting(looks), clock).json();

        assertThat(json.getJsonArray("firing")).hasSize(2);
        assertThat(json.getJsonArray("suppressed")).hasSize(1);
        assertThat(statements.statements()).isEqualTo(1);
        assertThat(looks).hasValue(1);
    }

    @Test
    void an_item_has_every_member_of_the_contract() {
        rows.website("shop");
        status("shop", AssetStatus.DOWN, T0);
        evaluation.reconcile("r");

        assertThat(bucket("firing").get(0).keySet())
                .containsExactlyInAnyOrder(
                        ("asset_key asset_name owner environment criticality asset_type verified posture_status"
                                        + " posture_score reason last_seen staleness_seconds active_finding_count"
                                        + " top_risk_score top_risk_level open_incident_count open_incident_ids"
                                        + " open_incident_severities maintenance_active maintenance_reason"
                                        + " maintenance_end_at suppression_rule_active suppression_reason"
                                        + " suppression_end_at state ack_reason acked_by acked_at suppressed_until"
                                        + " assigned_to resolved_at updated_at flapping effective_severity"
                                        + " effective_severity_score effective_severity_top_drivers")
                                .split(" ", -1));
    }

    private List<String> kinds() {
        return rows.published("notify.requested").stream()
                .map(payload -> payload.getString("kind"))
                .toList();
    }

    private List<JsonObject> bucket(String name) {
        return new AlertList(alerts, record.statuses(), clock)
                .json()
                .getJsonArray(name)
                .getValuesAs(JsonObject.class);
    }

    private void status(String key, AssetStatus status, Instant since) {
        AssetKey asset = new AssetKey(key);
        AssetStatusDocument document = document(key, status, false, since);
        Map<AssetKey, AssetStatuses.Stored> known = record.statuses().find(List.of(asset));
        record.statuses().write(List.of(new Write(document, known.get(asset))));
    }

    private AssetStatuses counting(AtomicInteger looks) {
        return (AssetStatuses) Proxy.newProxyInstance(
                AssetStatuses.class.getClassLoader(),
                new Class<?>[] {AssetStatuses.class},
                (self, method, arguments) -> {
                    looks.incrementAndGet();
                    return method.invoke(record.statuses(), arguments);
                });
    }
}
