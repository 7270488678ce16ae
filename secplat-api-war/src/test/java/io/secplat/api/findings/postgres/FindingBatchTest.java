package io.secplat.api.findings.postgres;

import static io.secplat.api.findings.postgres.FindingStage.SCANNER;
import static io.secplat.api.findings.postgres.FindingStage.report;
import static io.secplat.api.findings.postgres.FindingStage.reports;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.findings.Findings.Lease;
import io.secplat.api.findings.Findings.Reported;
import io.secplat.api.findings.Findings.Reported.Stored;
import io.secplat.contracts.model.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingBatchTest {

    private static final int BATCHES = 10;
    private static final int SIZE = 500;

    private final FindingStage stage = new FindingStage();
    private final int shop = stage.rows.website("shop");

    @Test
    void five_thousand_findings_that_come_again_are_five_thousand_updates() {
        List<Integer> first = all(false);
        stage.clock.advance(Duration.ofHours(1));
        List<Integer> again = all(true);

        assertThat(again).isEqualTo(first).doesNotHaveDuplicates().hasSize(BATCHES * SIZE);
        assertThat(stage.rows.one("SELECT count(*) FROM findings", Integer.class))
                .isEqualTo(BATCHES * SIZE);
        assertThat(stage.rows.one("SELECT count(*) FROM findings WHERE last_seen > first_seen", Integer.class))
                .isEqualTo(BATCHES * SIZE);
        assertThat(stage.rows.published("finding.created")).hasSize(BATCHES * SIZE);
        assertThat(stage.rows.ask("SELECT action FROM audit_events WHERE action = 'finding.upsert'", String.class))
                .hasSize(2 * BATCHES);
    }

    /** Lease, facts, findings, outbox, audit; BEGIN travels with the first, COMMIT is one round trip more. */
    @Test
    void a_batch_of_five_hundred_takes_five_statements_and_one_commit() {
        Optional<Lease> lease = Optional.of(FindingStage.lease(stage.claimed(shop)));
        stage.statements.reset();
        stage.findings.report(reports(0, SIZE, "shop"), lease, SCANNER);

        assertThat(stage.statements.statements()).isLessThanOrEqualTo(5);
        assertThat(stage.statements.commits()).isEqualTo(1);
        stage.statements.reset();
        stage.findings.report(reports(0, SIZE, "shop"), lease, SCANNER);
        assertThat(stage.statements.statements()).isLessThanOrEqualTo(4);
    }

    @Test
    void of_a_key_that_comes_several_times_in_a_batch_the_last_report_is_kept_and_the_first_tells_that_it_is_new() {
        List<Reported> answers = stage.findings.report(
                List.of(
                        report("k", "shop", Severity.LOW),
                        report("k", "nowhere", Severity.CRITICAL),
                        report("k", "shop", Severity.HIGH),
                        report("k", "shop", null)),
                Optional.empty(),
                SCANNER);

        assertThat(answers.get(1)).isInstanceOf(Reported.AssetUnknown.class);
        assertThat(List.of(answers.get(0), answers.get(2), answers.get(3)))
                .extracting(answer -> ((Stored) answer).updated())
                .containsExactly(false, true, true);
        assertThat(stage.rows.ask("SELECT severity FROM findings", String.class))
                .containsExactly("high");
        assertThat(stage.rows.published("finding.created")).hasSize(1);
    }

    @Test
    void every_change_is_told_after_its_commit() {
        stage.report(report("k", "shop", Severity.LOW));
        assertThat(stage.changes).hasValue(1);
        stage.database.change(handle -> {
            stage.refresh.ofAsset(shop);
            stage.report(report("k", "shop", Severity.HIGH));
            assertThat(stage.changes).hasValue(1);
        });

        assertThat(stage.changes.get()).isGreaterThan(1);
    }

    private List<Integer> all(boolean updated) {
        List<Integer> ids = new ArrayList<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            stage.findings
                    .report(reports(batch * SIZE, (batch + 1) * SIZE, "shop"), Optional.empty(), SCANNER)
                    .forEach(answer -> {
                        assertThat(((Stored) answer).updated()).isEqualTo(updated);
                        ids.add(((Stored) answer).finding().id());
                    });
        }
        return ids;
    }
}
