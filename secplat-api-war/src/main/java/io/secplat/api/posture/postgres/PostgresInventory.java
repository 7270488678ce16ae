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
import org.jdbi.v3.core.result.RowView;

/** Reads the table {@code assets}. */
public final class PostgresInventory implements Inventory {

    private static final String SELECT =
            """
            SELECT asset_key, type, name, owner, environment, criticality, verified,
                   CASE WHEN is_active AND probe IS NOT NULL
                        THEN coalesce((probe ->> 'interval_seconds')::int, 60) END AS interval
            FROM assets
            """;

    private final Database database;

    public PostgresInventory(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, InventoryEntry> find(Collection<String> assetKeys) {
        Map<String, InventoryEntry> found = new HashMap<>();
        if (!assetKeys.isEmpty()) {
            database.read(handle -> handle.createQuery(SELECT + " WHERE asset_key = ANY (:keys)")
                            .bindArray("keys", String.class, assetKeys.toArray())
                            .map(PostgresInventory::entry)
                            .list())
                    .forEach(entry -> found.put(entry.assetKey(), entry));
        }
        return found;
    }

    @Override
    public List<InventoryEntry> unmonitored(PostureFilter filter, Optional<String> after, int limit) {
        return database.read(handle -> handle.createQuery(
                        SELECT + where(filter) + " AND asset_key > :after ORDER BY asset_key LIMIT :limit")
                .bindMap(values(filter))
                .bind("after", after.orElse(""))
                .bind("limit", limit)
                .map(PostgresInventory::entry)
                .list());
    }

    @Override
    public long countUnmonitored(PostureFilter filter) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM assets " + where(filter))
                .bindMap(values(filter))
                .mapTo(Long.class)
                .one());
    }

    private static String where(PostureFilter filter) {
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
