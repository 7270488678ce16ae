package io.secplat.api.findings.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.findings.FindingStatus;
import io.secplat.api.findings.Findings;
import io.secplat.api.findings.Findings.Filter;
import io.secplat.api.findings.Findings.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** With 100 000 findings, no page of the list sorts or reads more of the table than it shows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingPlanTest {

    private static final Optional<Place> START = Optional.empty();
    private static final Optional<Place> MIDDLE = Optional.of(new Place(Instant.parse("2026-05-03T20:00:00Z"), 50_000));

    private final FindingStage stage = new FindingStage();

    @BeforeAll
    void a_hundred_thousand_findings() {
        stage.rows.run(
                """
                INSERT INTO assets (asset_key, type, name) SELECT 'a' || n, 'host', 'a' || n FROM generate_series(1, 20000) n
                """);
        stage.rows.run(
                """
                INSERT INTO findings (finding_key, asset_id, first_seen, last_seen, title, severity, confidence, status,
                                      source, risk_score, risk_level)
                SELECT 'k' || n, CASE WHEN n % 20 = 3 THEN 77 ELSE 1 + n % 20000 END, now(), timestamptz '2026-05-04T00:00:00Z' - n * interval '1 second',
                       'Missing CSP', 'medium', 'high',
                       CASE WHEN n % 1000 = 0 THEN 'accepted_risk' WHEN n % 10 = 0 THEN 'remediated' ELSE 'open' END,
                       CASE WHEN n % 500 = 0 THEN 'rare_scan' ELSE 'header_scan' END,
                       CASE WHEN n % 20 = 1 THEN NULL ELSE 60 END,
                       CASE WHEN n % 20 = 1 THEN NULL WHEN n % 3000 = 0 THEN 'critical' ELSE 'medium' END
                FROM generate_series(1, 100000) n
                """);
        stage.rows.run("ANALYZE findings");
        stage.rows.run("ANALYZE assets");
    }

    @Test
    void the_whole_list_goes_along_its_index() {
        assertGoesAlong(filter(null, null, null, null), "findings_last_seen");
    }

    @Test
    void each_filter_goes_along_an_index_that_keeps_the_order() {
        assertGoesAlong(filter(FindingStatus.ACCEPTED_RISK, null, null, null), "findings_status_seen");
        assertGoesAlong(filter(null, "rare_scan", null, null), "findings_source_seen");
        assertGoesAlong(filter(null, null, "critical", null), "findings_risk_level");
        assertGoesAlong(filter(null, null, "unscored", null), "findings_unscored_seen");
    }

    /** Postgres sorts the findings of one asset where it expects a handful, and goes along the index where there are many. */
    @Test
    void the_list_of_one_asset_reads_the_findings_of_that_asset_alone() {
        assertThat(plan(filter(null, null, null, "a77"), START))
                .contains("Index Cond: (asset_id = ")
                .doesNotContain("Seq Scan");
    }

    @Test
    void the_look_for_expired_acceptances_reads_those_alone() {
        stage.rows.run(
                "UPDATE findings SET accepted_risk_expires_at = now() + interval '1 day' WHERE status = 'accepted_risk'");
        String plan = String.join(
                "\n",
                stage.rows.ask(
                        """
                        EXPLAIN SELECT f.finding_id FROM findings f
                        WHERE f.status = 'accepted_risk' AND f.accepted_risk_expires_at < now()
                          AND NOT jsonb_exists(f.risk_factors_json, 'acceptance_expired')
                        ORDER BY f.accepted_risk_expires_at LIMIT 500
                        """,
                        String.class));

        assertThat(plan).contains("findings_acceptance_due").doesNotContain("Seq Scan");
    }

    private void assertGoesAlong(Filter filter, String index) {
        for (Optional<Place> after : List.of(START, MIDDLE)) {
            assertThat(plan(filter, after))
                    .contains(index)
                    .doesNotContain("Sort")
                    .doesNotContain("Seq Scan on findings")
                    .doesNotContain("Bitmap");
            assertThat(stage.findings.page(filter, 50, START)).isNotEmpty();
        }
    }

    /** The plan of exactly the statement that the list uses. */
    private String plan(Filter filter, Optional<Place> after) {
        return stage.database.read(handle -> {
            handle.getConfig(SqlStatements.class)
                    .setTemplateEngine((template, context) -> explained(template, context));
            return String.join(
                    "\n",
                    FindingQuery.of(handle, filter, 51, after)
                            .mapTo(String.class)
                            .list());
        });
    }

    private static String explained(String template, StatementContext unused) {
        return "EXPLAIN " + template;
    }

    private static Filter filter(FindingStatus status, String source, String level, String asset) {
        return new Findings.Filter(
                Optional.ofNullable(status),
                Optional.ofNullable(source),
                Optional.ofNullable(level),
                Optional.ofNullable(asset));
    }
}
