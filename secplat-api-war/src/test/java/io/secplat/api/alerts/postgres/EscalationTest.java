package io.secplat.api.alerts.postgres;

import static io.secplat.api.alerts.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.secplat.api.alerts.AlertEvaluation;
import io.secplat.api.alerts.Alerts;
import io.secplat.api.alerts.Escalation;
import io.secplat.api.alerts.EscalationBook;
import io.secplat.api.alerts.EscalationSteps;
import io.secplat.api.alerts.EscalationTale;
import io.secplat.api.alerts.Tale;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.runtime.MovingClock;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.search.memory.InMemoryRecord;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscalationTest {

    private static final Instant T0 = Instant.parse("2026-05-04T07:21:00Z");
    private static final Caller MIRA = new Caller("mira", AccessRole.ANALYST, "web-7Qd2");

    private final MovingClock clock = new MovingClock(T0.plusSeconds(2));
    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final InMemoryRecord record = new InMemoryRecord();
    private final OutboxTable outbox = new OutboxTable(new OutboxSignal());
    private final Tale tale = new Tale(Optional.of("https://secplat.example.org"));
    private final AlertEvaluation evaluation = new AlertEvaluation(
            record.statuses(), new PostgresAlertBook(database, outbox, UUID::randomUUID, clock), tale, clock);
    private final Alerts alerts = new PostgresAlerts(database, outbox, UUID::randomUUID, clock);
    private final EscalationBook book = new PostgresEscalationBook(database, outbox, UUID::randomUUID, clock);
    private final Escalation escalation =
            new Escalation(EscalationSteps.of(Optional.of("15,30")), book, new EscalationTale(tale));

    @Test
    void an_outage_that_nobody_acknowledges_is_told_again_one_step_further_each_time() {
        down("shop");

        passAfter(Duration.ofMinutes(14));
        assertThat(escalated()).isEmpty();
        passAfter(Duration.ofMinutes(1));
        passAfter(Duration.ofMinutes(1));
        passAfter(Duration.ofMinutes(14));
        passAfter(Duration.ofDays(1));

        assertThat(escalated())
                .extracting(told -> told.getString("title"), told -> told.getInt("escalation"))
                .containsExactly(
                        tuple("shop is still down, not acknowledged for 15 minutes", 1),
                        tuple("shop is still down, not acknowledged for 30 minutes", 2));
        assertThat(escalated().get(0).getString("kind")).isEqualTo("asset.down");
        assertThat(escalated().get(0).getString("dedupe_key"))
                .isEqualTo("asset.down:shop:2026-05-04T07:21:00Z:escalation:1");
        assertThat(escalated().get(0).getString("link")).isEqualTo("https://secplat.example.org/assets/shop");
    }

    @Test
    void what_is_told_first_says_nothing_of_escalation() {
        down("shop");

        assertThat(rows.published("notify.requested")).singleElement().satisfies(told -> assertThat(told)
                .doesNotContainKey("escalation"));
    }

    @Test
    void several_assets_of_one_pass_share_a_message() {
        down("b");
        down("a");
        passAfter(Duration.ofMinutes(15));

        assertThat(escalated()).singleElement().satisfies(told -> {
            assertThat(told.getString("title"))
                    .isEqualTo("2 assets are still down, not acknowledged for 15 minutes: a, b");
            assertThat(told.getJsonArray("asset_keys")).hasToString("[\"a\",\"b\"]");
            assertThat(told.getString("dedupe_key")).matches("asset\\.down:group:[0-9a-f]{16}");
        });
    }

    @Test
    void assets_at_different_steps_are_told_apart() {
        down("old");
        passAfter(Duration.ofMinutes(15));
        down("new");
        passAfter(Duration.ofMinutes(15));

        assertThat(escalated())
                .extracting(told -> told.getJsonArray("asset_keys").getString(0) + " " + told.getInt("escalation"))
                .containsExactly("old 1", "new 1", "old 2");
    }

    @Test
    void an_acknowledgement_ends_it() {
        down("shop");
        alerts.acknowledge("shop", "", MIRA);
        passAfter(Duration.ofHours(1));

        assertThat(escalated()).isEmpty();
    }

    @Test
    void recovery_ends_it_and_the_next_outage_begins_anew() {
        down("shop");
        passAfter(Duration.ofMinutes(15));
        status("shop", AssetStatus.UP, clock.instant());
        passAfter(Duration.ofHours(1));
        status("shop", AssetStatus.DOWN, clock.instant());
        passAfter(Duration.ofSeconds(30));
        passAfter(Duration.ofMinutes(15));

        assertThat(escalated()).extracting(told -> told.getInt("escalation")).containsExactly(1, 1);
        assertThat(escalated()).extracting(told -> told.getString("dedupe_key")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE alert_states SET suppressed_until = '2026-05-04T08:00:00Z'",
                "INSERT INTO maintenance_windows (asset_key, start_at, end_at)"
                        + " VALUES ('shop', '2026-05-04T07:00:00Z', '2026-05-04T08:00:00Z')",
                "INSERT INTO suppression_rules (scope, starts_at, ends_at)"
                        + " VALUES ('all', '2026-05-04T07:00:00Z', '2026-05-04T08:00:00Z')",
                "INSERT INTO suppression_rules (scope, scope_value, starts_at, ends_at)"
                        + " VALUES ('asset', 'shop', '2026-05-04T07:00:00Z', '2026-05-04T08:00:00Z')"
            })
    void nothing_is_told_while_the_asset_is_kept_quiet(String suppression) {
        down("shop");
        rows.run(suppression);
        passAfter(Duration.ofMinutes(20));
        assertThat(escalated()).isEmpty();

        passAfter(Duration.ofMinutes(30));
        assertThat(escalated()).hasSize(1);
    }

    @Test
    void several_servers_tell_each_step_once() throws Exception {
        for (int i = 0; i < 20; i++) {
            down("asset-" + i);
        }
        clock.advance(Duration.ofMinutes(15));
        CyclicBarrier start = new CyclicBarrier(4);
        ExecutorService servers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> passes = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                passes.add(servers.submit(() -> {
                    start.await();
                    escalation.run("r");
                    return null;
                }));
            }
            for (Future<?> pass : passes) {
                pass.get();
            }
        } finally {
            servers.shutdownNow();
        }
        escalation.run("r");

        assertThat(escalated().stream().flatMap(told -> told.getJsonArray("asset_keys").stream()))
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_crash_between_the_step_and_the_message_neither_loses_nor_doubles_it() {
        down("shop");
        clock.advance(Duration.ofMinutes(15));
        EscalationSteps steps = EscalationSteps.of(Optional.of("15,30"));
        assertThatThrownBy(() -> book.take(steps, 500, "r", overdue -> {
                    throw new IllegalStateException("crash with " + overdue.size());
                }))
                .hasMessage("crash with 1");
        assertThat(escalated()).isEmpty();

        escalation.run("r");
        escalation.run("r");
        assertThat(escalated()).hasSize(1);
    }

    @Test
    void an_alert_of_which_nobody_was_told_is_not_told_again() {
        rows.website("shop");
        rows.run(
                "INSERT INTO alert_states (asset_key, is_open, opened_at) VALUES ('shop', true, '2026-05-04T07:00:00Z')");
        clock.advance(Duration.ofHours(2));
        escalation.run("r");

        assertThat(escalated()).isEmpty();
    }

    private void down(String key) {
        rows.website(key);
        status(key, AssetStatus.DOWN, T0);
        evaluation.evaluate(List.of(new AssetKey(key)), "r");
    }

    private void passAfter(Duration wait) {
        clock.advance(wait);
        int unused = evaluation.reconcile("r");
        escalation.run("r");
    }

    private void status(String key, AssetStatus status, Instant since) {
        AssetKey asset = new AssetKey(key);
        record.statuses()
                .write(List.of(new Write(
                        document(key, status, false, since),
                        record.statuses().find(List.of(asset)).get(asset))));
    }

    private List<JsonObject> escalated() {
        return rows.published("notify.requested").stream()
                .filter(told -> told.containsKey("escalation"))
                .toList();
    }
}
