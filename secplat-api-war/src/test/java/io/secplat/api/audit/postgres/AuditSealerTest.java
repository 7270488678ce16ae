package io.secplat.api.audit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.audit.Anchor;
import io.secplat.api.audit.AuditChain;
import io.secplat.api.audit.AuditKeys;
import io.secplat.api.audit.AuditSealer;
import io.secplat.api.audit.Breach;
import io.secplat.api.audit.ChainHead;
import io.secplat.api.audit.VerificationReport;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Migrations;
import io.secplat.api.postgres.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class AuditSealerTest {

    @Test
    void a_chain_of_ten_thousand_rows_verifies() {
        ChainBench bench = new ChainBench();
        bench.database.change(handle -> {
            for (int n = 1; n <= 10_000; n++) {
                AuditTable.append(handle, ChainBench.entry(n));
            }
        });
        bench.seal();

        VerificationReport report = bench.verify();

        assertThat(report.ok()).isTrue();
        assertThat(report.json().toString())
                .startsWith("{\"ok\":true,\"rows\":10000,\"sealed\":10000,\"unsealed\":0,\"legacy\":0,"
                        + "\"first_broken\":null,\"head\":{\"chain_seq\":10000,");
    }

    @Test
    void a_row_that_waits_for_its_place_is_no_fault() {
        ChainBench bench = new ChainBench().sealed(2);
        bench.write(1);

        assertThat(bench.verify().ok()).isTrue();
        assertThat(bench.verify().json().getInt("unsealed")).isEqualTo(1);
    }

    @Test
    void rows_from_before_there_were_signatures_are_taken_as_they_are_and_counted() {
        Database database = TestDatabase.empty();
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .target("7")
                .load()
                .migrate();
        database.change(handle ->
                handle.execute("INSERT INTO audit_events (action, details) VALUES ('login', '{}'), ('logout', '{}')"));
        new Migrations(database, TestDatabase.silent()).run();
        ChainBench bench = new ChainBench(database, TestDatabase.AUDIT_KEYS);

        assertThat(bench.verify().ok()).isTrue();
        bench.sealed(3);

        assertThat(bench.verify().ok()).isTrue();
        assertThat(bench.verify().totals()).isEqualTo(new AuditChain.Totals(5, 5, 2));
        assertThatThrownBy(() -> database.change(
                        handle -> handle.execute("INSERT INTO audit_events (action, details) VALUES ('login', '{}')")))
                .isInstanceOf(RuntimeException.class);
        bench.tamper("UPDATE audit_events SET action = 'x' WHERE id = 2");
        assertThat(bench.verify().broken().orElseThrow().reason()).isEqualTo(Breach.CHAIN_BROKEN);
    }

    @Test
    void several_sealers_at_once_make_one_chain() throws Exception {
        ChainBench bench = new ChainBench();
        bench.write(300);
        CyclicBarrier start = new CyclicBarrier(4);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> sealers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                AuditSealer sealer = bench.anotherSealer(bench.chain);
                sealers.add(pool.submit(() -> {
                    start.await();
                    for (int turn = 0; turn < 10; turn++) {
                        bench.write(3);
                        sealer.run();
                    }
                    return null;
                }));
            }
            for (Future<?> sealer : sealers) {
                sealer.get();
            }
        } finally {
            pool.shutdownNow();
        }
        bench.seal();

        assertThat(bench.verify().ok()).isTrue();
        assertThat(bench.verify().totals()).isEqualTo(new AuditChain.Totals(420, 420, 0));
    }

    @Test
    void a_sealer_that_dies_before_the_commit_leaves_nothing_and_after_it_everything() {
        ChainBench bench = new ChainBench().sealed(2);
        bench.write(2);
        AuditSealer early = bench.anotherSealer(new Dying(bench.chain, false));
        assertThatThrownBy(early::run).hasMessage("died");
        assertThat(bench.verify().totals().sealed()).isEqualTo(2);

        AuditSealer late = bench.anotherSealer(new Dying(bench.chain, true));
        assertThatThrownBy(late::run).hasMessage("died");
        bench.sealed(2);

        assertThat(bench.verify().ok()).isTrue();
        assertThat(bench.verify().totals().sealed()).isEqualTo(6);
    }

    @Test
    void each_day_has_one_anchor_that_the_journal_tells_as_well() {
        ChainBench bench = new ChainBench();
        bench.seal();
        assertThat(bench.rows.ask("SELECT day FROM audit_anchors", String.class))
                .isEmpty();
        bench.sealed(2);
        bench.anotherSealer(bench.chain).run();
        bench.clock.advance(Duration.ofDays(1));
        bench.sealed(1);

        assertThat(bench.rows.ask("SELECT day || ' ' || chain_seq FROM audit_anchors ORDER BY day", String.class))
                .containsExactly("2026-05-04 2", "2026-05-05 3");
        assertThat(bench.journal().lines().filter(line -> line.contains("audit.anchor")))
                .hasSize(2)
                .last()
                .asString()
                .contains("\"day\":\"2026-05-05\"")
                .contains("\"chain_mac\":\"" + bench.head().substring(2) + "\"");
        assertThat(bench.verify().anchorsChecked()).isEqualTo(2);
    }

    @Test
    void keys_are_exchanged_without_a_break() {
        ChainBench bench = new ChainBench().sealed(3);
        String old = "test:" + "abcd".repeat(11);
        String fresh = "may:" + "bcde".repeat(11);
        ChainBench rotated = new ChainBench(bench.database, AuditKeys.of(List.of(fresh, old))).sealed(3);

        assertThat(rotated.verify().ok()).isTrue();
        assertThat(bench.rows.ask("SELECT DISTINCT chain_key FROM audit_events ORDER BY 1", String.class))
                .containsExactly("may", "test");
        ChainBench forgetful = new ChainBench(bench.database, AuditKeys.of(List.of(fresh)));
        assertThat(forgetful.verify().broken().orElseThrow().reason()).isEqualTo(Breach.KEY_UNKNOWN);
    }

    /** A server that ends in the middle of its turn. */
    private record Dying(AuditChain chain, boolean afterCommit) implements AuditChain {

        @Override
        public boolean extend(long afterId, int max, Function<Waiting, Optional<Extension>> pass) {
            boolean unused = chain.extend(afterId, max, waiting -> {
                Optional<Extension> extension = pass.apply(waiting);
                if (!afterCommit) {
                    throw new IllegalStateException("died");
                }
                return extension;
            });
            throw new IllegalStateException("died");
        }

        @Override
        public void anchor(Anchor anchor, Runnable tell) {
            chain.anchor(anchor, tell);
        }

        @Override
        public Optional<ChainHead> head() {
            return chain.head();
        }

        @Override
        public <T> T atOneMoment(Function<Moment, T> question) {
            return chain.atOneMoment(question);
        }
    }
}
