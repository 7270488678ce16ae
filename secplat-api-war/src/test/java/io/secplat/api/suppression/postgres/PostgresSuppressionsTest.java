package io.secplat.api.suppression.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.api.request.IdPage;
import io.secplat.api.suppression.MaintenanceWindow;
import io.secplat.api.suppression.SuppressionRule;
import io.secplat.api.suppression.SuppressionRule.Scope;
import io.secplat.api.suppression.Suppressions;
import io.secplat.runtime.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostgresSuppressionsTest {

    private static final Caller MIRA = new Caller("mira", AccessRole.ANALYST, "web-7Qd2");
    private static final IdPage PAGE = new IdPage(10, Optional.empty());

    private final MovingClock clock = new MovingClock();
    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final Suppressions suppressions = new PostgresSuppressions(database, clock);

    @Test
    void a_window_is_opened_listed_and_ended_and_each_is_audited() {
        rows.website("shop");
        rows.website("blog");
        MaintenanceWindow window = open("shop", Duration.ofHours(1));
        open("blog", Duration.ofHours(1));

        assertThat(suppressions.windows(Optional.of("shop"), false, PAGE)).containsExactly(window);
        assertThat(window.createdBy()).isEqualTo("mira");
        suppressions.deleteWindow(window.id(), MIRA);

        assertThat(suppressions.windows(Optional.empty(), false, PAGE)).hasSize(1);
        assertThatThrownBy(() -> suppressions.deleteWindow(window.id(), MIRA))
                .isInstanceOf(ProblemException.class)
                .hasMessage("Maintenance window not found");
        assertThat(rows.audited())
                .containsExactly("maintenance_window.create", "maintenance_window.create", "maintenance_window.delete");
        assertThat(rows.ask("SELECT asset_key || ' ' || request_id FROM audit_events ORDER BY id", String.class))
                .containsExactly("shop web-7Qd2", "blog web-7Qd2", "shop web-7Qd2");
    }

    @Test
    void a_window_of_an_unknown_asset_is_refused() {
        assertThatThrownBy(() -> open("nope", Duration.ofHours(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessage("Asset not found");
        assertThat(rows.audited()).isEmpty();
    }

    @Test
    void those_in_force_are_told_apart_and_both_ends_belong_to_a_window() {
        rows.website("shop");
        open("shop", Duration.ofMinutes(10));
        make(Scope.ALL, null);
        assertThat(suppressions.windows(Optional.empty(), true, PAGE)).hasSize(1);

        clock.advance(Duration.ofMinutes(10));
        assertThat(suppressions.windows(Optional.empty(), true, PAGE)).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(suppressions.windows(Optional.empty(), true, PAGE)).isEmpty();
        assertThat(suppressions.rules(Optional.empty(), true, PAGE)).hasSize(1);
        assertThat(suppressions.windows(Optional.empty(), false, PAGE)).hasSize(1);
    }

    @Test
    void rules_are_made_filtered_by_scope_and_deleted_once() {
        SuppressionRule rule = make(Scope.FINDING, "f-1");
        make(Scope.ASSET, "shop");
        make(Scope.ALL, null);

        assertThat(suppressions.rules(Optional.of(Scope.FINDING), false, PAGE)).containsExactly(rule);
        assertThat(suppressions.rules(Optional.empty(), false, PAGE)).hasSize(3);
        suppressions.deleteRule(rule.id(), MIRA);
        assertThatThrownBy(() -> suppressions.deleteRule(rule.id(), MIRA)).hasMessage("Suppression rule not found");
        assertThat(rows.audited()).endsWith("suppression_rule.delete").hasSize(4);
    }

    @Test
    void pages_follow_each_other_newest_first() {
        for (int n = 0; n < 5; n++) {
            make(Scope.ALL, null);
        }

        assertThat(suppressions.rules(Optional.empty(), false, new IdPage(2, Optional.empty())))
                .extracting(SuppressionRule::id)
                .containsExactly(5, 4, 3);
        assertThat(suppressions.rules(Optional.empty(), false, new IdPage(2, Optional.of(3))))
                .extracting(SuppressionRule::id)
                .containsExactly(2, 1);
    }

    private MaintenanceWindow open(String asset, Duration length) {
        Instant now = clock.instant();
        return suppressions.open(new MaintenanceWindow.Wish(asset, now, now.plus(length), "patch day"), MIRA);
    }

    private SuppressionRule make(Scope scope, @Nullable String value) {
        Instant now = clock.instant();
        return suppressions.make(
                new SuppressionRule.Wish(scope, value, now, now.plus(Duration.ofHours(1)), null), MIRA);
    }
}
