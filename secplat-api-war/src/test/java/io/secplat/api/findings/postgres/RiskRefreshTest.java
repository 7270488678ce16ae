package io.secplat.api.findings.postgres;

import static io.secplat.api.findings.postgres.FindingStage.SCANNER;
import static io.secplat.api.findings.postgres.FindingStage.report;
import static io.secplat.api.findings.postgres.FindingStage.reports;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.findings.FindingStatus;
import io.secplat.api.postgres.Database;
import io.secplat.contracts.model.Severity;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class RiskRefreshTest {

    private final FindingStage stage = new FindingStage();
    private final int shop = stage.rows.website("shop");

    @Test
    void the_score_of_an_accepted_risk_rises_when_its_date_passes_and_nobody_calls() {
        int accepted = accepted("k1", Duration.ofMinutes(10));
        accepted("k2", Duration.ofDays(10));
        int before = score(accepted);
        assertThat(stage.refresh.expiredAcceptances()).isZero();
        stage.clock.advance(Duration.ofMinutes(10).plusMillis(1));

        assertThat(stage.refresh.expiredAcceptances()).isEqualTo(1);
        assertThat(score(accepted)).isEqualTo(before + 10);
        assertThat(stage.refresh.expiredAcceptances()).isZero();
    }

    @Test
    void an_acceptance_that_is_renewed_lowers_the_score_and_expires_again() {
        int id = accepted("k1", Duration.ofMinutes(1));
        int before = score(id);
        stage.clock.advance(Duration.ofMinutes(2));
        stage.refresh.expiredAcceptances();
        stage.findings.accept(id, "still known", stage.clock.instant().plusSeconds(60), SCANNER);
        assertThat(score(id)).isEqualTo(before);
        stage.clock.advance(Duration.ofMinutes(2));

        assertThat(stage.refresh.expiredAcceptances()).isEqualTo(1);
    }

    @Test
    void what_a_crash_left_undone_is_done_at_the_next_turn() {
        stage.findings.report(reports(0, 1_200, "shop"), Optional.empty(), SCANNER);
        stage.rows.run(
                "UPDATE findings SET status = 'accepted_risk', accepted_risk_expires_at = '2026-05-04T07:21:00Z'");
        stage.clock.advance(Duration.ofMinutes(2));
        RiskRefresh dying = new RiskRefresh(dyingAfter(1), stage.table, stage.clock);

        assertThatThrownBy(dying::expiredAcceptances).hasMessage("killed");
        assertThat(raised()).isEqualTo(500);
        assertThat(stage.refresh.expiredAcceptances()).isEqualTo(700);
        assertThat(raised()).isEqualTo(1_200);
    }

    @Test
    void the_daily_pass_writes_only_what_age_has_changed() {
        int id = stage.report(report("k1", "shop", Severity.LOW)).finding().id();
        int before = score(id);
        stage.clock.advance(Duration.ofDays(7));
        stage.report(report("k2", "shop", Severity.LOW));

        assertThat(stage.refresh.all()).isEqualTo(1);
        assertThat(score(id)).isEqualTo(before + 3);
        assertThat(stage.refresh.all()).isZero();
    }

    @Test
    void an_asset_that_changes_takes_its_findings_along() {
        int id = stage.report(report("k1", "shop", Severity.LOW)).finding().id();
        int before = score(id);
        stage.rows.run("UPDATE assets SET criticality = 'low', environment = 'other'");
        stage.refresh.ofAsset(shop);

        assertThat(score(id)).isEqualTo(before - 22);
    }

    @Test
    void only_the_json_value_true_marks_an_asset_as_internet_facing() {
        int host = stage.rows.asset("host", "host", false);
        int id = stage.report(report("k1", "host", Severity.LOW)).finding().id();
        int before = score(id);
        stage.rows.run("UPDATE assets SET metadata = '{\"internet_facing\":\"true\"}' WHERE asset_key = 'host'");
        stage.refresh.ofAsset(host);
        assertThat(score(id)).isEqualTo(before);
        stage.rows.run("UPDATE assets SET metadata = '{\"internet_facing\":true}' WHERE asset_key = 'host'");
        stage.refresh.ofAsset(host);

        assertThat(score(id)).isEqualTo(before + 14);
    }

    @Test
    void a_status_that_a_finding_has_already_keeps_what_is_known_of_it() {
        int id = stage.report(report("k1", "shop", Severity.LOW)).finding().id();
        stage.findings.move(id, FindingStatus.REMEDIATED, SCANNER);
        stage.clock.advance(Duration.ofHours(1));
        stage.findings.move(id, FindingStatus.REMEDIATED, SCANNER);

        assertThat(stage.rows.one("SELECT remediated_at < '2026-05-04T08:00:00Z' FROM findings", Boolean.class))
                .isTrue();
    }

    private int accepted(String key, Duration time) {
        int id = stage.report(report(key, "shop", Severity.LOW)).finding().id();
        stage.findings.accept(id, "known", stage.clock.instant().plus(time), SCANNER);
        return id;
    }

    private int score(int id) {
        return stage.rows.one("SELECT risk_score FROM findings WHERE finding_id = " + id, Integer.class);
    }

    private int raised() {
        return stage.rows.one(
                "SELECT count(*) FROM findings WHERE jsonb_exists(risk_factors_json, 'acceptance_expired')",
                Integer.class);
    }

    /** A database that lets so many transactions commit and then fails. */
    private Database dyingAfter(int transactions) {
        AtomicInteger left = new AtomicInteger(transactions);
        return new Database(stage.database::dataSource) {
            @Override
            public <T> T inTransaction(Function<Handle, T> work) {
                if (left.getAndDecrement() <= 0) {
                    throw new IllegalStateException("killed");
                }
                return super.inTransaction(work);
            }
        };
    }
}
