package io.secplat.api.suppression.postgres;

import io.secplat.api.suppression.Quiet;
import io.secplat.api.suppression.Quiet.Cause;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Which assets are kept quiet now. */
public final class SuppressionTable {

    private static final String ACTIVE =
            """
            SELECT asset_key, reason, end_at AS ends_at, true AS is_window FROM maintenance_windows
            WHERE asset_key = ANY (:keys) AND start_at <= :now AND end_at >= :now
            UNION ALL
            SELECT scope_value, reason, ends_at, false FROM suppression_rules
            WHERE scope = 'asset' AND scope_value = ANY (:keys) AND starts_at <= :now AND ends_at >= :now
            UNION ALL
            SELECT NULL, reason, ends_at, false FROM suppression_rules
            WHERE scope = 'all' AND starts_at <= :now AND ends_at >= :now
            ORDER BY ends_at
            """;

    private SuppressionTable() {}

    private record Row(@Nullable String assetKey, Cause cause, boolean isWindow) {

        boolean covers(String key) {
            return assetKey == null || assetKey.equals(key);
        }
    }

    /** For each of these assets what keeps it quiet; assets that nothing keeps quiet are absent. */
    public static Map<String, Quiet> active(Handle handle, Collection<String> assetKeys, Instant now) {
        List<Row> rows = handle.createQuery(ACTIVE)
                .bindArray("keys", String.class, assetKeys.toArray())
                .bind("now", now)
                .map(row -> new Row(
                        row.getColumn("asset_key", String.class),
                        new Cause(row.getColumn("reason", String.class), row.getColumn("ends_at", Instant.class)),
                        row.getColumn("is_window", Boolean.class)))
                .list();
        Map<String, Quiet> quiet = new HashMap<>();
        for (String key : rows.isEmpty() ? List.<String>of() : assetKeys) {
            Quiet found = new Quiet(last(rows, key, true), last(rows, key, false));
            if (found.active()) {
                quiet.put(key, found);
            }
        }
        return quiet;
    }

    private static Optional<Cause> last(List<Row> rows, String key, boolean window) {
        return rows.stream()
                .filter(row -> row.isWindow == window && row.covers(key))
                .map(Row::cause)
                .reduce((earlier, later) -> later);
    }
}
