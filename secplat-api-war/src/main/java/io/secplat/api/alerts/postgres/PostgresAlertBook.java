package io.secplat.api.alerts.postgres;

import io.secplat.api.alerts.AlertBook;
import io.secplat.api.alerts.AssetMarks;
import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.suppression.postgres.SuppressionTable;
import io.secplat.runtime.IdSource;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** Alert states and outbox rows in one transaction, behind an advisory lock for each asset of the pass. */
public final class PostgresAlertBook implements AlertBook {

    private static final String MONITORED =
            """
            SELECT asset_key, environment, tags FROM assets
            WHERE asset_key = ANY (:keys) AND is_active AND probe IS NOT NULL
            """;

    private final Database database;
    private final OutboxTable outbox;
    private final IdSource ids;
    private final Clock clock;

    public PostgresAlertBook(Database database, OutboxTable outbox, IdSource ids, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void decide(Collection<String> assetKeys, String requestId, Function<Snapshot, Decision> pass) {
        database.change(handle -> {
            AlertRows.lock(handle, assetKeys);
            Instant now = clock.instant();
            Set<String> quiet = SuppressionTable.active(handle, assetKeys, now).keySet();
            Snapshot snapshot = new Snapshot(AlertRows.of(handle, assetKeys), monitored(handle, assetKeys), quiet);
            Decision decision = pass.apply(snapshot);
            List<AlertNews> news = AlertRows.save(handle, decision.changed(), quiet, now);
            Stream<OutboxEntry> told =
                    decision.events().stream().map(event -> OutboxEntry.of(event, ids.next(), requestId));
            Stream<OutboxEntry> shown = news.stream().map(alert -> alert.entry(now, ids.next(), requestId));
            outbox.append(handle, Stream.concat(told, shown).toList());
        });
    }

    @Override
    public Set<String> restless() {
        return database.read(
                handle -> handle.createQuery("SELECT asset_key FROM alert_states WHERE is_open OR flapping")
                        .mapTo(String.class)
                        .set());
    }

    private static Map<String, AssetMarks> monitored(Handle handle, Collection<String> keys) {
        return handle.createQuery(MONITORED)
                .bindArray("keys", String.class, keys.toArray())
                .reduceRows(new HashMap<>(), (monitored, row) -> {
                    monitored.put(row.getColumn("asset_key", String.class), marks(row));
                    return monitored;
                });
    }

    static AssetMarks marks(RowView row) {
        return new AssetMarks(
                row.getColumn("environment", String.class), List.of(row.getColumn("tags", String[].class)));
    }
}
