package io.secplat.bench.fault;

import io.secplat.bench.fault.node.Content;
import io.secplat.contracts.model.AssetKey;
import io.secplat.workers.scan.Check;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Watches the tables from within, by triggers that are no part of the product, and says what was broken. A trigger sees a write in
 * the very transaction that makes it, so that no later look is needed to tell a write that came too late.
 */
final class Ledger {

    private static final String WATCH =
            """
            CREATE TABLE fault_moves (n bigserial PRIMARY KEY, job_id int, was text, is_now text, generation bigint,
                                      lease_ended timestamptz, at timestamptz DEFAULT clock_timestamp());
            CREATE TABLE fault_wrongs (n bigserial PRIMARY KEY, what text);

            CREATE FUNCTION fault_move() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.status IS DISTINCT FROM OLD.status THEN
                    INSERT INTO fault_moves (job_id, was, is_now, generation, lease_ended)
                    VALUES (NEW.job_id, OLD.status, NEW.status, NEW.lease_generation, OLD.lease_expires_at);
                    IF NEW.status = 'done' AND NEW.summary_json ->> 'token' IS DISTINCT FROM OLD.lease_token::text THEN
                        INSERT INTO fault_wrongs (what) VALUES ('job ' || NEW.job_id || ' completed by a zombie');
                    END IF;
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER fault_move AFTER UPDATE ON scan_jobs FOR EACH ROW EXECUTE FUNCTION fault_move();

            CREATE FUNCTION fault_line() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NOT EXISTS (SELECT FROM scan_jobs WHERE job_id = NEW.job_id AND status = 'running'
                               AND lease_token::text = split_part(NEW.line, ' ', 1)) THEN
                    INSERT INTO fault_wrongs (what) VALUES ('job ' || NEW.job_id || ' got a log line of a zombie');
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER fault_line BEFORE INSERT ON job_log_lines FOR EACH ROW EXECUTE FUNCTION fault_line();

            CREATE FUNCTION fault_finding() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF (TG_OP = 'INSERT' OR NEW.evidence IS DISTINCT FROM OLD.evidence) AND NOT EXISTS (
                    SELECT FROM scan_jobs WHERE job_id::text = split_part(NEW.evidence, ' ', 1) AND status = 'running'
                    AND lease_token::text = split_part(NEW.evidence, ' ', 2)) THEN
                    INSERT INTO fault_wrongs (what) VALUES ('finding ' || NEW.finding_key || ' written by a zombie');
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER fault_finding AFTER INSERT OR UPDATE ON findings FOR EACH ROW EXECUTE FUNCTION fault_finding();
            """;

    private static final String ASSETS =
            """
            INSERT INTO assets (asset_key, type, name, verified)
            SELECT 'asset-' || n, 'external_web', 'host-' || n %% %d || '.example.org:' || (8000 + n), true
            FROM generate_series(1, %d) n
            """
                    .formatted(Content.HOSTS, Content.ASSETS);

    private static final String OVER = "SELECT count(*) FROM scan_jobs WHERE status IN ('queued', 'running')";
    private static final String UNSENT =
            "SELECT count(*) FROM outbox_events WHERE published_at IS NULL AND target = 'secplat.jobs.scan'";

    private static final Map<String, String> RULES = new TreeMap<>(Map.of(
            "jobs that are not over",
            OVER,
            "running jobs with or without a lease",
            "SELECT count(*) FROM scan_jobs WHERE lease_expires_at IS NOT NULL",
            "jobs that failed",
            "SELECT count(*) FROM scan_jobs WHERE status = 'failed'",
            "jobs that ended twice",
            """
            SELECT count(*) FROM (SELECT job_id FROM fault_moves WHERE is_now IN ('done', 'failed', 'cancelled')
                                  GROUP BY job_id HAVING count(*) <> 1) twice
            """,
            "jobs that ended while their asset ran another",
            """
            SELECT count(*) FROM fault_overlaps
            """,
            "messages that nobody sent",
            UNSENT));

    private final Connection database;

    Ledger(Connection database) {
        this.database = database;
    }

    /** Puts assets and triggers into an empty database that has all tables. */
    void begin() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(ASSETS);
            statement.execute(WATCH);
            statement.execute(OVERLAPS);
        }
    }

    private static final String TAKEOVERS =
            """
            SELECT extract(epoch FROM heir.at - lost.lease_ended)
            FROM fault_moves lost JOIN LATERAL (
                SELECT at FROM fault_moves WHERE job_id = lost.job_id AND n > lost.n AND is_now = 'running' ORDER BY n LIMIT 1
            ) heir ON true
            WHERE lost.was = 'running' AND lost.is_now = 'queued' ORDER BY 1
            """;

    /** One running job of an asset began, by the order of moves, before the one before it had ended. */
    private static final String OVERLAPS =
            """
            CREATE VIEW fault_overlaps AS
            WITH spans AS (
                SELECT m.job_id, j.target_asset_id AS asset, m.n AS began,
                       (SELECT min(e.n) FROM fault_moves e WHERE e.job_id = m.job_id AND e.n > m.n) AS ended
                FROM fault_moves m JOIN scan_jobs j ON j.job_id = m.job_id WHERE m.is_now = 'running'
            )
            SELECT a.job_id FROM spans a JOIN spans b ON a.asset = b.asset AND a.began < b.began AND b.began < a.ended
            """;

    long number(String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** How many jobs are not over. */
    long left() throws SQLException {
        return number(OVER);
    }

    /** Whether nothing is left to do. */
    boolean quiet() throws SQLException {
        return number(OVER) == 0 && number(UNSENT) == 0;
    }

    long jobs() throws SQLException {
        return number("SELECT count(*) FROM scan_jobs");
    }

    /** For each job that lost its worker and got another: how long after the end of its lease, in seconds; shortest first. */
    List<Double> takeoverSeconds() throws SQLException {
        return texts(TAKEOVERS).stream().map(Double::valueOf).toList();
    }

    /** The workers that have a job in hand. */
    List<String> busy() throws SQLException {
        return texts("SELECT DISTINCT worker_id FROM scan_jobs WHERE status = 'running' ORDER BY 1");
    }

    /** The jobs that a worker has in hand. */
    List<String> heldBy(String worker) throws SQLException {
        return texts("SELECT job_id FROM scan_jobs WHERE status = 'running' AND worker_id = '" + worker + "'");
    }

    /** Whether another worker is at one of these jobs. */
    boolean hasHeir(List<String> jobs, String worker) throws SQLException {
        return number("SELECT count(*) FROM scan_jobs WHERE status = 'running' AND worker_id <> '" + worker
                        + "' AND job_id IN (" + String.join(", ", jobs) + ")")
                > 0;
    }

    /** Some of the jobs that are not over, and what is known of them. */
    List<String> unfinished() throws SQLException {
        return texts(
                """
                SELECT concat_ws(' ', 'job', job_id, status, 'of asset', target_asset_id, 'on', target_host, 'by', worker_id,
                                 'parked', parked_at, 'lease', lease_expires_at)
                FROM scan_jobs WHERE status IN ('queued', 'running') ORDER BY job_id LIMIT 20
                """);
    }

    /** Everything that is not as it must be; empty when all is well. */
    List<String> broken(Collection<Integer> accepted) throws SQLException {
        List<String> broken = new ArrayList<>(texts("SELECT what FROM fault_wrongs ORDER BY n"));
        for (Map.Entry<String, String> rule : RULES.entrySet()) {
            long count = number(rule.getValue());
            if (count > 0) {
                broken.add(count + " " + rule.getKey());
            }
        }
        for (Integer job : accepted) {
            if (number("SELECT count(*) FROM scan_jobs WHERE job_id = " + job) == 0) {
                broken.add("job " + job + " was accepted and is gone");
            }
        }
        broken.addAll(findings());
        return broken;
    }

    private List<String> findings() throws SQLException {
        TreeSet<String> wanted = new TreeSet<>();
        for (String asset : texts("SELECT DISTINCT a.asset_key FROM scan_jobs j JOIN assets a"
                + " ON a.asset_id = j.target_asset_id WHERE j.status = 'done'")) {
            AssetKey key = new AssetKey(asset);
            for (Check check : Content.failing(key)) {
                wanted.add(asset + " " + check.key(key));
            }
        }
        List<String> found = texts("SELECT a.asset_key || ' ' || f.finding_key FROM findings f JOIN assets a"
                + " ON a.asset_id = f.asset_id WHERE f.status = 'open' ORDER BY 1");
        List<String> wrong = new ArrayList<>();
        wanted.stream().filter(one -> !found.contains(one)).forEach(one -> wrong.add("finding missing: " + one));
        if (found.size() != new TreeSet<>(found).size()) {
            wrong.add("a finding is there twice");
        }
        return wrong;
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
