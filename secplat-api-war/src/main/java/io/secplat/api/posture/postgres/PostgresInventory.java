package io.secplat.api.posture.postgres;

import io.secplat.api.postgres.Database;
import io.secplat.api.posture.Inventory;
import io.secplat.api.posture.InventoryEntry;
import io.secplat.search.PostureFilter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;

/** Reads the table {@code assets}. */
public final class PostgresInventory implements Inventory {

    private static final String SELECT =
            """
            SELECT asset_key, type, name, owner, environment, criticality, verified,
                   CASE WHEN is_active AND probe IS NOT NULL
                        THEN coalesce((probe ->> 'interval_seconds')::int, 60) END AS interval
            FROM assets
            """;
    private static final String MONITORED = " WHERE is_active AND probe IS NOT NULL";

    private final Database database;

    public PostgresInventory(Database database) {
        this.database = database;
    }

    /** A row that carries the total of the count beside it; without an asset where there is none. */
    private record Counted(long total, Optional<InventoryEntry> entry) {

        static Counted of(RowView row) {
            return new Counted(
                    row.getColumn("total", Long.class),
                    row.getColumn("asset_key", String.class) == null
                            ? Optional.empty()
                            : Optional.of(PostgresInventory.entry(row)));
        }
    }

    @Override
    public Map<String, InventoryEntry> find(Collection<String> assetKeys) {
        return assetKeys.isEmpty()
                ? Map.of()
                : byKey(database.read(handle -> handle.createQuery(SELECT + " WHERE asset_key = ANY (:keys)")
                        .bindArray("keys", String.class, assetKeys.toArray())
                        .map(PostgresInventory::entry)
                        .list()));
    }

    @Override
    public Overlay overlay(Collection<String> assetKeys, PostureFilter counted) {
        List<Counted> rows = counted(
                counted,
                SELECT + " WHERE asset_key = ANY (:keys)",
                query -> query.bindArray("keys", String.class, assetKeys.toArray()));
        return new Overlay(byKey(entries(rows)), total(rows));
    }

    @Override
    public Unmonitored unmonitored(PostureFilter filter, Optional<String> after, int limit) {
        List<Counted> rows = counted(
                filter,
                SELECT + unmonitored(filter) + " AND asset_key > :after ORDER BY asset_key LIMIT :limit",
                query -> query.bind("after", after.orElse("")).bind("limit", limit));
        return new Unmonitored(total(rows), entries(rows));
    }

    @Override
    public long countUnmonitored(PostureFilter filter) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM assets " + unmonitored(filter))
                .bindMap(values(filter))
                .mapTo(Long.class)
                .one());
    }

    @Override
    public List<String> monitored() {
        return database.read(handle -> handle.createQuery("SELECT asset_key FROM assets" + MONITORED)
                .mapTo(String.class)
                .list());
    }

    /** The rows of a selection, each beside the number of unmonitored assets that match; one row at least. */
    private List<Counted> counted(PostureFilter filter, String selection, Function<Query, Query> bind) {
        String sql = "SELECT u.total, a.* FROM (SELECT count(*) AS total FROM assets " + unmonitored(filter)
                + ") u LEFT JOIN (" + selection + ") a ON true ORDER BY a.asset_key";
        return database.read(handle -> bind.apply(handle.createQuery(sql).bindMap(values(filter)))
                .map(Counted::of)
                .list());
    }

    private static long total(List<Counted> rows) {
        return rows.stream().findFirst().map(Counted::total).orElse(0L);
    }

    private static List<InventoryEntry> entries(List<Counted> rows) {
        return rows.stream().flatMap(row -> row.entry().stream()).toList();
    }

    private static Map<String, InventoryEntry> byKey(List<InventoryEntry> entries) {
        return entries.stream().collect(Collectors.toMap(InventoryEntry::assetKey, Function.identity()));
    }

    private static String unmonitored(PostureFilter filter) {
        return " WHERE NOT (is_active AND probe IS NOT NULL)"
                + anyOf("environment", filter.environment())
                + anyOf("criticality", filter.criticality())
                + anyOf("owner", filter.owner());
    }

    private static String anyOf(String column, List<String> wanted) {
        return wanted.isEmpty() ? "" : " AND lower(" + column + ") = ANY (string_to_array(:" + column + ", E'\\n'))";
    }

    private static Map<String, Object> values(PostureFilter filter) {
        Map<String, Object> values = new HashMap<>();
        put(values, "environment", filter.environment());
        put(values, "criticality", filter.criticality());
        put(values, "owner", filter.owner());
        return values;
    }

    private static void put(Map<String, Object> values, String name, List<String> wanted) {
        if (!wanted.isEmpty()) {
            values.put(name, String.join("\n", wanted).toLowerCase(Locale.ROOT));
        }
    }

    private static InventoryEntry entry(RowView row) {
        return new InventoryEntry(
                row.getColumn("asset_key", String.class),
                row.getColumn("type", String.class),
                row.getColumn("name", String.class),
                row.getColumn("owner", String.class),
                row.getColumn("environment", String.class),
                row.getColumn("criticality", String.class),
                row.getColumn("verified", Boolean.class),
                row.getColumn("interval", Integer.class));
    }
}
