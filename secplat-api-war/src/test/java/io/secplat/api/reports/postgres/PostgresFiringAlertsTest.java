package io.secplat.api.reports.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.runtime.MovingClock;
import io.secplat.search.PostureFilter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresFiringAlertsTest {

    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final PostgresFiringAlerts alerts = new PostgresFiringAlerts(database, new MovingClock());

    @BeforeEach
    void one_alert_of_each_kind() {
        alert("fires", "true, NULL, NULL");
        alert("fires-again", "true, NULL, '2026-05-04T07:00:00Z'");
        alert("acked", "true, '2026-05-04T07:00:00Z', NULL");
        alert("quiet", "true, NULL, '2026-05-04T08:00:00Z'");
        alert("over", "false, NULL, NULL");
        alert("mended", "true, NULL, NULL");
        rows.run("INSERT INTO maintenance_windows (asset_key, start_at, end_at)"
                + " VALUES ('mended', '2026-05-04T07:00:00Z', '2026-05-04T08:00:00Z')");
        alert("ruled", "true, NULL, NULL");
        rule("asset", "'ruled'", "08");
    }

    @Test
    void an_alert_fires_when_it_is_open_and_nobody_and_nothing_keeps_it_quiet() {
        assertThat(alerts.count(PostureFilter.ALL)).isEqualTo(2);
    }

    @Test
    void a_rule_for_all_silences_all_while_it_lasts() {
        rule("all", "NULL", "07:19");
        assertThat(alerts.count(PostureFilter.ALL)).isEqualTo(2);

        rule("all", "NULL", "08");
        assertThat(alerts.count(PostureFilter.ALL)).isZero();
    }

    @Test
    void the_filter_is_that_of_the_asset() {
        rows.run("UPDATE assets SET environment = 'Stage', owner = 'pay' WHERE asset_key = 'fires'");

        assertThat(alerts.count(new PostureFilter(List.of("stage", "dev"), List.of(), List.of("PAY"), List.of("red"))))
                .isEqualTo(1);
        assertThat(alerts.count(new PostureFilter(List.of(), List.of("low"), List.of(), List.of())))
                .isZero();
    }

    private void alert(String key, String openAckedSuppressed) {
        rows.website(key);
        rows.run("INSERT INTO alert_states (asset_key, is_open, acked_at, suppressed_until) VALUES ('" + key + "', "
                + openAckedSuppressed + ")");
    }

    private void rule(String scope, String value, String endHour) {
        String end = endHour.contains(":") ? endHour : endHour + ":00";
        rows.run("INSERT INTO suppression_rules (scope, scope_value, starts_at, ends_at) VALUES ('" + scope + "', "
                + value + ", '2026-05-04T07:00:00Z', '2026-05-04T" + end + ":00Z')");
    }
}
