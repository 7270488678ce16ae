package io.secplat.bench.fault.node;

import io.secplat.api.audit.AuditKeys;
import io.secplat.api.audit.AuditRow;
import io.secplat.api.audit.SealSignal;
import io.secplat.api.audit.postgres.AuditPen;
import io.secplat.api.findings.FindingTale;
import io.secplat.api.findings.Findings;
import io.secplat.api.findings.postgres.FindingTable;
import io.secplat.api.findings.postgres.PostgresFindings;
import io.secplat.api.findings.postgres.ScanClosing;
import io.secplat.api.jobs.Jobs;
import io.secplat.api.jobs.LeaseRules;
import io.secplat.api.jobs.postgres.PostgresJobs;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.runtime.Journal;
import io.secplat.stream.redis.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** What a process of the harness works with, made from its environment. */
public final class Surroundings {

    /** Short, so that a job that lost its worker is somebody else's soon. */
    public static final Duration LEASE = Duration.ofSeconds(2);

    /** Jobs that run against one host at once. */
    public static final int PER_HOST = 2;

    private static final int ATTEMPTS = 100;
    private static final AuditKeys KEYS = AuditKeys.of(List.of("faults:" + "abcd".repeat(11)));

    final Clock clock = Clock.systemUTC();
    final Failpoint failpoint;
    final Journal journal;
    final Database database;
    final RedisServer redis;
    final OutboxSignal signal = new OutboxSignal();
    final OutboxTable outbox = new OutboxTable(signal);
    final LeaseRules rules = new LeaseRules(LEASE, ATTEMPTS, PER_HOST);
    private final FindingTable table = new FindingTable(() -> {});

    /** @param environment PG_URL, PG_USER, PG_PASSWORD, REDIS_URL, NAME, and FAILPOINT, which may be empty */
    public Surroundings(Map<String, String> environment) {
        failpoint = Failpoint.parse(environment.getOrDefault("FAILPOINT", ""));
        journal = new Journal(environment.getOrDefault("NAME", "node"), clock, System.err);
        database = database(environment, failpoint);
        redis = RedisServer.at(Optional.of(environment.getOrDefault("REDIS_URL", "")), Duration.ofSeconds(2));
    }

    /** A database whose rows are signed. */
    public static Database database(Map<String, String> environment, Failpoint failpoint) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(environment.getOrDefault("PG_URL", ""));
        source.setUser(environment.get("PG_USER"));
        source.setPassword(environment.get("PG_PASSWORD"));
        source.setConnectTimeout(2);
        source.setSocketTimeout(10);
        return new Database(
                new PooledSource(source, failpoint)::dataSource,
                AuditPen.plugin(
                        entry -> AuditRow.signed(
                                UUID.randomUUID(), Clock.systemUTC().instant(), entry, KEYS),
                        new SealSignal()));
    }

    /** The API's jobs. */
    public Jobs jobs() {
        return new PostgresJobs(database, outbox, new ScanClosing(table), rules, UUID::randomUUID, clock);
    }

    Findings findings() {
        return new PostgresFindings(
                database, table, outbox, new FindingTale(Optional.empty()), UUID::randomUUID, clock);
    }
}
