package io.secplat.api.reports.postgres;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.postgres.AuditTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.reports.Report;
import io.secplat.api.reports.Snapshot;
import io.secplat.api.reports.Snapshots;
import io.secplat.api.request.Caller;
import io.secplat.contracts.json.JsonWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code posture_report_snapshots}. */
public final class PostgresSnapshots implements Snapshots {

    /** Held while a snapshot is stored without being asked for, so that of several servers one does. */
    private static final String TURN = "SELECT pg_advisory_xact_lock(hashtext('secplat.snapshots'))";

    private static final String INSERT =
            """
            INSERT INTO posture_report_snapshots (period, created_at, uptime_pct, posture_score_avg, avg_latency_ms,
                total_assets, green, amber, red, top_incidents, down_assets)
            VALUES (:period, :createdAt, :uptime, :score, :latency, :total, :green, :amber, :red, :top, :down)
            RETURNING *
            """;

    private static final String PURGE =
            """
            DELETE FROM posture_report_snapshots WHERE id <=
                (SELECT id FROM posture_report_snapshots ORDER BY id DESC OFFSET :keep LIMIT 1)
            """;

    private final Database database;
    private final int keep;
    private final Clock clock;

    public PostgresSnapshots(Database database, int keep, Clock clock) {
        this.database = database;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public Snapshot save(Report report, Caller caller) {
        return database.inTransaction(handle -> {
            Snapshot saved = insert(handle, report);
            AuditTable.append(
                    handle,
                    AuditEntry.of(
                            caller,
                            "posture_report.snapshot",
                            null,
                            new JsonWriter()
                                    .put("id", saved.id())
                                    .put("period", report.period().wire())
                                    .build()));
            return saved;
        });
    }

    @Override
    public Optional<Snapshot> saveUnlessSince(Report report, Instant since) {
        return database.inTransaction(handle -> {
            handle.createQuery(TURN).mapToMap().list();
            return newestSince(handle, since).isPresent() ? Optional.empty() : Optional.of(insert(handle, report));
        });
    }

    @Override
    public List<Snapshot> page(int limit, Optional<Integer> below) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM posture_report_snapshots WHERE id < :below ORDER BY id DESC LIMIT :limit")
                .bind("below", below.orElse(Integer.MAX_VALUE))
                .bind("limit", limit)
                .map(SnapshotRows::snapshot)
                .list());
    }

    @Override
    public Optional<Snapshot> find(int id) {
        return database.read(handle -> handle.createQuery("SELECT * FROM posture_report_snapshots WHERE id = :id")
                .bind("id", id)
                .map(SnapshotRows::snapshot)
                .findOne());
    }

    @Override
    public Optional<Snapshot> newestBefore(Instant time) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM posture_report_snapshots WHERE created_at < :time ORDER BY created_at DESC LIMIT 1")
                .bind("time", time)
                .map(SnapshotRows::snapshot)
                .findOne());
    }

    @Override
    public List<Snapshot> since(Instant time) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM posture_report_snapshots WHERE created_at >= :time ORDER BY created_at, id")
                .bind("time", time)
                .map(SnapshotRows::snapshot)
                .list());
    }

    private Snapshot insert(Handle handle, Report report) {
        Snapshot saved = SnapshotRows.bind(handle.createQuery(INSERT), report)
                .bind("createdAt", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .map(SnapshotRows::snapshot)
                .one();
        handle.createUpdate(PURGE).bind("keep", keep).execute();
        return saved;
    }

    private static Optional<Integer> newestSince(Handle handle, Instant since) {
        return handle.createQuery("SELECT id FROM posture_report_snapshots WHERE created_at >= :since LIMIT 1")
                .bind("since", since)
                .mapTo(Integer.class)
                .findOne();
    }
}
