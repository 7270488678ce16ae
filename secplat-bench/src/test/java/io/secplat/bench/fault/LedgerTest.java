package io.secplat.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import io.secplat.bench.fault.node.Content;
import io.secplat.contracts.model.AssetKey;
import io.secplat.local.store.Folders;
import io.secplat.local.store.TestStores;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether the ledger sees each of the things that it is there for; each is done to the tables by hand. */
class LedgerTest {

    private static final String SCHEMA = "ledger";
    private static final String OURS = "00000000-0000-0000-0000-000000000001";
    private static final String ZOMBIE = "00000000-0000-0000-0000-000000000002";

    /** An asset on which one check fails. */
    private static final int ASSET = 3;

    private static final Path HOME = TestStores.home("ledger");
    private static Stores stores;
    private static Connection database;
    private static Ledger ledger;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        stores = Stores.start(Path.of("").toAbsolutePath().getParent(), HOME);
        stores.create(SCHEMA);
        database = stores.connect(SCHEMA);
        ledger = new Ledger(database);
        ledger.begin();
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        database.close();
        stores.close();
        Folders.delete(HOME);
    }

    @BeforeEach
    void clear() throws SQLException {
        change("TRUNCATE scan_jobs, job_log_lines, findings, outbox_events, fault_moves, fault_wrongs CASCADE");
    }

    @Test
    void a_job_that_is_queued_taken_and_done_is_all_well() throws SQLException {
        order(1);
        assertThat(ledger.quiet()).isFalse();
        take(1, OURS);
        find(1, OURS);
        log(1, OURS);
        complete(1, OURS);

        assertThat(ledger.quiet()).isTrue();
        assertThat(ledger.broken(Set.of(1))).isEmpty();
    }

    @Test
    void a_zombie_that_completes_is_seen() throws SQLException {
        order(1);
        take(1, OURS);
        find(1, OURS);
        complete(1, ZOMBIE);

        assertThat(broken()).containsExactly("job 1 completed by a zombie");
    }

    @Test
    void a_zombie_that_logs_is_seen_even_after_the_end() throws SQLException {
        order(1);
        take(1, OURS);
        log(1, ZOMBIE);
        find(1, OURS);
        complete(1, OURS);
        log(1, OURS);

        assertThat(broken()).containsExactly("job 1 got a log line of a zombie", "job 1 got a log line of a zombie");
    }

    @Test
    void a_zombie_that_writes_a_finding_is_seen() throws SQLException {
        order(1);
        take(1, OURS);
        find(1, ZOMBIE);
        complete(1, OURS);

        assertThat(broken()).hasSize(1).first().asString().endsWith("written by a zombie");
    }

    @Test
    void a_finding_that_is_missing_is_seen() throws SQLException {
        order(1);
        take(1, OURS);
        complete(1, OURS);

        assertThat(broken()).hasSize(1).first().asString().startsWith("finding missing: asset-3");
    }

    @Test
    void a_job_that_ends_twice_is_seen() throws SQLException {
        order(1);
        take(1, OURS);
        find(1, OURS);
        complete(1, OURS);
        change("UPDATE scan_jobs SET status = 'cancelled' WHERE job_id = 1");

        assertThat(broken()).containsExactly("1 jobs that ended twice");
    }

    @Test
    void two_jobs_of_one_asset_at_the_same_time_are_seen() throws SQLException {
        order(1);
        order(2);
        take(1, OURS);
        take(2, ZOMBIE);
        find(1, OURS);
        complete(1, OURS);
        complete(2, ZOMBIE);

        assertThat(broken()).containsExactly("1 jobs that ended while their asset ran another");
    }

    @Test
    void a_job_that_is_stuck_failed_or_gone_is_seen() throws SQLException {
        order(1);
        order(2);
        take(1, OURS);
        change("UPDATE scan_jobs SET status = 'failed' WHERE job_id = 2");

        assertThat(ledger.broken(Set.of(1, 2, 7)))
                .contains(
                        "1 jobs that are not over",
                        "1 jobs that failed",
                        "1 running jobs with or without a lease",
                        "job 7 was accepted and is gone");
    }

    @Test
    void a_takeover_counts_from_the_end_of_the_lease() throws SQLException {
        order(1);
        take(1, OURS);
        change("UPDATE scan_jobs SET lease_expires_at = now() - interval '4 seconds'");
        change("UPDATE scan_jobs SET status = 'queued', lease_token = NULL, lease_expires_at = NULL");
        assertThat(ledger.takeoverSeconds()).isEmpty();
        take(1, ZOMBIE);

        assertThat(ledger.takeoverSeconds()).singleElement(DOUBLE).isBetween(4.0, 60.0);
    }

    @Test
    void a_message_that_was_never_sent_is_seen() throws SQLException {
        change("INSERT INTO outbox_events (event_id, target, payload) VALUES ('" + OURS
                + "', 'secplat.jobs.scan', '{}')");

        assertThat(broken()).containsExactly("1 messages that nobody sent");
        assertThat(ledger.quiet()).isFalse();
    }

    private List<String> broken() throws SQLException {
        return ledger.broken(Set.of());
    }

    private void order(int job) throws SQLException {
        change("INSERT INTO scan_jobs (job_id, job_type, target_asset_id) VALUES (" + job + ", 'tls_headers', " + ASSET
                + ")");
    }

    private void take(int job, String token) throws SQLException {
        change("UPDATE scan_jobs SET status = 'running', lease_token = '" + token
                + "', lease_expires_at = now() + interval '1 minute' WHERE job_id = " + job);
    }

    private void complete(int job, String token) throws SQLException {
        change(
                "UPDATE scan_jobs SET status = 'done', lease_token = NULL, lease_expires_at = NULL, summary_json = '{\"token\": \""
                        + token + "\"}' WHERE job_id = " + job);
    }

    private void log(int job, String token) throws SQLException {
        change("INSERT INTO job_log_lines (job_id, seq, line) SELECT " + job + ", count(*) + 1, '" + token
                + " looked' FROM job_log_lines");
    }

    private void find(int job, String token) throws SQLException {
        AssetKey asset = new AssetKey(Content.key(ASSET));
        String key = Content.failing(asset).get(0).key(asset);
        change("INSERT INTO findings (finding_key, asset_id, title, severity, confidence, evidence) VALUES ('" + key
                + "', " + ASSET + ", 'Missing', 'medium', 'high', '" + job + " " + token + "')");
    }

    private static void change(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
