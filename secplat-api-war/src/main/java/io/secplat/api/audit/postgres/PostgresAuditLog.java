package io.secplat.api.audit.postgres;

import io.secplat.api.audit.AuditLog;
import io.secplat.api.postgres.Database;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the audit by keyset, and its actions by jumping from one to the next in their index. */
public final class PostgresAuditLog implements AuditLog {

    private static final String ACTIONS =
            """
            WITH RECURSIVE known AS (
                (SELECT action FROM audit_events ORDER BY action LIMIT 1)
                UNION ALL
                SELECT (SELECT e.action FROM audit_events e WHERE e.action > known.action ORDER BY e.action LIMIT 1)
                FROM known WHERE known.action IS NOT NULL)
            SELECT action FROM known WHERE action IS NOT NULL
            """;

    private final Database database;

    public PostgresAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public List<Listed> page(Filter filter, int limit, Optional<Place> after) {
        StringBuilder where = new StringBuilder(" WHERE true");
        Map<String, Object> values = new LinkedHashMap<>();
        filter.user().ifPresent(user -> {
            where.append(" AND user_name = :user");
            values.put("user", user);
        });
        filter.action().ifPresent(action -> {
            where.append(" AND action = :action");
            values.put("action", action);
        });
        filter.since().ifPresent(since -> {
            where.append(" AND created_at >= :since");
            values.put("since", since);
        });
        after.ifPresent(place -> {
            where.append(" AND (created_at, id) < (:at, :id)");
            values.put("at", place.at());
            values.put("id", place.id());
        });
        return database.read(handle -> handle.createQuery(
                        AuditRows.SELECT + where + " ORDER BY created_at DESC, id DESC LIMIT :limit")
                .bindMap(values)
                .bind("limit", limit)
                .map(row -> new Listed(
                        row.getColumn("id", Long.class),
                        row.getColumn("created_at", Instant.class),
                        AuditRows.entry(row)))
                .list());
    }

    @Override
    public List<String> actions() {
        return database.read(
                handle -> handle.createQuery(ACTIONS).mapTo(String.class).list());
    }
}
