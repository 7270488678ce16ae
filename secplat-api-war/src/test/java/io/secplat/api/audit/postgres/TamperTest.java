package io.secplat.api.audit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.audit.Breach;
import io.secplat.api.audit.VerificationReport;
import io.secplat.api.audit.VerificationReport.Broken;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The owner of the database can change every row, and every change shows. */
class TamperTest {

    private static final String COPY = "INSERT INTO audit_events (created_at, action, user_name, asset_key, details,"
            + " request_id, row_uuid, row_key, row_mac) SELECT created_at, action, user_name, asset_key, details,"
            + " request_id, row_uuid, row_key, row_mac FROM audit_events WHERE id = ";

    private final ChainBench bench = new ChainBench().sealed(10);

    static Stream<Arguments> tamperings() {
        return Stream.of(
                one("UPDATE audit_events SET user_name = 'somebody' WHERE id = 4", 4L, 4L, Breach.CONTENT_CHANGED),
                one(
                        "UPDATE audit_events SET details = '{\"n\":5,\"to\":1.6}' WHERE id = 5",
                        5L,
                        5L,
                        Breach.CONTENT_CHANGED),
                one(
                        "UPDATE audit_events SET created_at = created_at + interval '1 s' WHERE id = 6",
                        6L,
                        6L,
                        Breach.CONTENT_CHANGED),
                one("UPDATE audit_events SET request_id = NULL WHERE id = 7", 7L, 7L, Breach.CONTENT_CHANGED),
                one("UPDATE audit_events SET row_mac = NULL, row_key = NULL WHERE id = 7", 7L, 7L, Breach.CHAIN_BROKEN),
                one("UPDATE audit_events SET row_key = 'mine' WHERE id = 3", 3L, 3L, Breach.KEY_UNKNOWN),
                one("UPDATE audit_events SET chain_mac = repeat('0', 64) WHERE id = 8", 8L, 8L, Breach.CHAIN_BROKEN),
                one("DELETE FROM audit_events WHERE id = 1", null, 1L, Breach.ROW_MISSING),
                one("DELETE FROM audit_events WHERE id = 5", null, 5L, Breach.ROW_MISSING),
                one("DELETE FROM audit_events WHERE id > 8", null, 9L, Breach.ROW_MISSING),
                one("DELETE FROM audit_events", null, 1L, Breach.ROW_MISSING),
                one("DELETE FROM audit_chain", null, 10L, Breach.HEAD_MISSING),
                one("UPDATE audit_chain SET legacy_open = true", null, 10L, Breach.HEAD_MISMATCH),
                one("UPDATE audit_chain SET chain_seq = 9", null, 9L, Breach.HEAD_MISMATCH),
                one(
                        "UPDATE audit_chain SET chain_seq = 0, chain_mac = '', legacy_open = true, head_key = NULL, head_mac = NULL",
                        null,
                        0L,
                        Breach.HEAD_MISMATCH),
                one("UPDATE audit_anchors SET chain_mac = repeat('0', 64)", 10L, 10L, Breach.ANCHOR_MISMATCH),
                one(
                        "INSERT INTO audit_events (action, user_name) VALUES ('login', 'mira')",
                        11L,
                        null,
                        Breach.FORGED_ROW),
                one(
                        "INSERT INTO audit_events (action, row_uuid, row_key, row_mac)"
                                + " VALUES ('login', gen_random_uuid(), 'test', repeat('0', 64))",
                        11L,
                        null,
                        Breach.FORGED_ROW),
                one("UPDATE audit_events SET details = '[1]' WHERE id = 4", 4L, 4L, Breach.CONTENT_CHANGED),
                one("UPDATE audit_events SET chain_mac = NULL WHERE id = 4", 4L, 4L, Breach.CHAIN_BROKEN),
                one("UPDATE audit_events SET chain_seq = 6 WHERE id = 7", 7L, 6L, Breach.CHAIN_BROKEN),
                one(
                        "INSERT INTO audit_events (action, chain_seq, chain_mac, chain_key) VALUES ('login', 0, '0', 'test')",
                        11L,
                        0L,
                        Breach.CHAIN_BROKEN),
                one(COPY + "2", 11L, null, Breach.ROW_REPEATED));
    }

    private static Arguments one(String statement, @Nullable Long id, @Nullable Long seq, Breach reason) {
        return Arguments.of(statement, new Broken(id, seq, reason));
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void a_change_is_found_and_the_first_broken_row_is_named(String statement, Broken expected) {
        assertThat(bench.verify().ok()).isTrue();

        bench.tamper(statement);

        assertThat(bench.verify().broken()).contains(expected);
    }

    @Test
    void rows_whose_contents_changed_places_are_found() {
        bench.tamper(
                "CREATE TEMP TABLE t AS SELECT * FROM audit_events WHERE id IN (3, 7)",
                swapContents(3, 7),
                swapContents(7, 3),
                "DROP TABLE t");

        assertThat(bench.verify().broken()).contains(new Broken(3L, 3L, Breach.CHAIN_BROKEN));
    }

    @Test
    void rows_whose_places_in_the_chain_were_exchanged_are_found() {
        bench.tamper(
                "CREATE TEMP TABLE t AS SELECT * FROM audit_events WHERE id IN (3, 7)",
                swapPlaces(3, 7),
                swapPlaces(7, 3),
                "DROP TABLE t");

        assertThat(bench.verify().broken()).contains(new Broken(7L, 3L, Breach.CHAIN_BROKEN));
    }

    @Test
    void rows_whose_ids_were_exchanged_are_found() {
        bench.tamper(
                "UPDATE audit_events SET id = -3 WHERE id = 3",
                "UPDATE audit_events SET id = 3 WHERE id = 7",
                "UPDATE audit_events SET id = 7 WHERE id = -3");

        assertThat(bench.verify().broken()).contains(new Broken(7L, 3L, Breach.CHAIN_BROKEN));
    }

    @Test
    void cutting_the_tail_and_going_on_is_found_at_the_first_row_that_is_gone() {
        bench.tamper("DELETE FROM audit_events WHERE id > 6");
        bench.sealed(10);

        assertThat(bench.verify().broken()).contains(new Broken(null, 7L, Breach.ROW_MISSING));
        assertThat(bench.verifiedByAnotherServer().broken()).contains(new Broken(null, 7L, Breach.ROW_MISSING));
    }

    @Test
    void a_head_that_was_put_back_is_seen_by_the_server_that_knew_more_and_stops_its_sealer() {
        String before = put_back();

        assertThat(bench.verify().broken()).contains(new Broken(null, 11L, Breach.HEAD_REWOUND));
        bench.write(1);
        bench.seal();
        assertThat(bench.head()).isEqualTo(before);
        assertThat(bench.journal())
                .contains("\"action\":\"audit.seal\",\"status\":\"stopped\",\"reason\":\"head_rewound\"");
    }

    @Test
    void a_head_that_was_put_back_before_a_restart_is_seen_by_an_anchor_that_was_kept() {
        bench.write(5);
        bench.seal();
        String kept = bench.head();
        bench.tamper("DELETE FROM audit_events WHERE id > 10", "DELETE FROM audit_anchors");
        ChainBench restarted = new ChainBench(bench.database, bench.keys);

        assertThat(restarted.verify(kept).broken()).hasValueSatisfying(broken -> assertThat(broken.reason())
                .isIn(Breach.ANCHOR_MISMATCH, Breach.ROW_MISSING));
    }

    @Test
    void an_anchor_that_was_kept_is_compared() {
        VerificationReport good = bench.verify(bench.head());
        VerificationReport bad = bench.verify("10:" + "0".repeat(64));

        assertThat(good.ok()).isTrue();
        assertThat(good.anchorsChecked()).isEqualTo(2);
        assertThat(bad.broken()).contains(new Broken(10L, 10L, Breach.ANCHOR_MISMATCH));
    }

    @Test
    void a_forged_row_is_not_taken_into_the_chain_and_holds_up_no_other() {
        bench.tamper("INSERT INTO audit_events (action, user_name) VALUES ('login', 'mira')");
        bench.sealed(3);

        assertThat(bench.verify().totals().sealed()).isEqualTo(13);
        assertThat(bench.verify().broken()).contains(new Broken(11L, null, Breach.FORGED_ROW));
        assertThat(bench.journal())
                .contains("\"action\":\"audit.seal\",\"status\":\"refused\"")
                .contains("\"first_id\":\"11\"");
    }

    /** Ten more rows, and then everything as it was before them; the head as it was. */
    private String put_back() {
        bench.tamper("CREATE TABLE kept AS SELECT * FROM audit_chain");
        String before = bench.head();
        bench.sealed(10);
        bench.tamper(
                "DELETE FROM audit_events WHERE id > 10",
                "DELETE FROM audit_chain",
                "INSERT INTO audit_chain SELECT * FROM kept");
        return before;
    }

    private static String swapContents(int from, int to) {
        return "UPDATE audit_events e SET created_at = t.created_at, asset_key = t.asset_key, details = t.details,"
                + " request_id = t.request_id, row_uuid = t.row_uuid, row_mac = t.row_mac"
                + " FROM t WHERE t.id = " + from + " AND e.id = " + to;
    }

    private static String swapPlaces(int from, int to) {
        return "UPDATE audit_events e SET chain_seq = t.chain_seq, chain_mac = t.chain_mac FROM t WHERE t.id = " + from
                + " AND e.id = " + to;
    }
}
