package io.secplat.api.suppression.postgres;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.postgres.AuditTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.Caller;
import io.secplat.api.request.IdPage;
import io.secplat.api.suppression.MaintenanceWindow;
import io.secplat.api.suppression.SuppressionRule;
import io.secplat.api.suppression.SuppressionRule.Scope;
import io.secplat.api.suppression.Suppressions;
import io.secplat.contracts.json.JsonWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowViewMapper;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Each change is one transaction with its audit row. */
public final class PostgresSuppressions implements Suppressions {

    private final Database database;
    private final Clock clock;

    public PostgresSuppressions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<MaintenanceWindow> windows(Optional<String> assetKey, boolean activeOnly, IdPage page) {
        String which = (assetKey.isPresent() ? " AND asset_key = :wanted" : "")
                + (activeOnly ? " AND start_at <= :now AND end_at >= :now" : "");
        return list("maintenance_windows", which, assetKey, page, PostgresSuppressions::window);
    }

    @Override
    public List<SuppressionRule> rules(Optional<Scope> scope, boolean activeOnly, IdPage page) {
        String which = (scope.isPresent() ? " AND scope = :wanted" : "")
                + (activeOnly ? " AND starts_at <= :now AND ends_at >= :now" : "");
        return list("suppression_rules", which, scope.map(Scope::wire), page, PostgresSuppressions::rule);
    }

    private <T> List<T> list(String table, String which, Optional<String> wanted, IdPage page, RowViewMapper<T> map) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM " + table + " WHERE id < :below" + which + " ORDER BY id DESC LIMIT :max")
                .bind("below", page.below().orElse(Integer.MAX_VALUE))
                .bind("wanted", wanted.orElse(null))
                .bind("now", clock.instant())
                .bind("max", page.wanted())
                .map(map)
                .list());
    }

    @Override
    public MaintenanceWindow open(MaintenanceWindow.Wish wish, Caller caller) {
        return database.inTransaction(handle -> {
            MaintenanceWindow window = handle.createQuery(
                            """
                            INSERT INTO maintenance_windows (asset_key, start_at, end_at, reason, created_by)
                            SELECT asset_key, :start, :end, :reason, :by FROM assets WHERE asset_key = :asset
                            RETURNING *
                            """)
                    .bind("asset", wish.assetKey())
                    .bind("start", wish.startAt())
                    .bind("end", wish.endAt())
                    .bind("reason", wish.reason())
                    .bind("by", caller.userName())
                    .map(PostgresSuppressions::window)
                    .findOne()
                    .orElseThrow(ProblemType.ASSET_UNKNOWN::because);
            audit(handle, caller, "maintenance_window.create", window.id(), wish.assetKey(), wish.details());
            return window;
        });
    }

    @Override
    public void deleteWindow(int id, Caller caller) {
        database.change(handle -> {
            MaintenanceWindow.Wish gone = handle.createQuery(
                            "DELETE FROM maintenance_windows WHERE id = :id RETURNING *")
                    .bind("id", id)
                    .map(PostgresSuppressions::window)
                    .findOne()
                    .orElseThrow(ProblemType.WINDOW_UNKNOWN::because)
                    .wish();
            audit(handle, caller, "maintenance_window.delete", id, gone.assetKey(), gone.details());
        });
    }

    @Override
    public SuppressionRule make(SuppressionRule.Wish wish, Caller caller) {
        return database.inTransaction(handle -> {
            SuppressionRule rule = handle.createQuery(
                            """
                            INSERT INTO suppression_rules (scope, scope_value, starts_at, ends_at, reason, created_by)
                            VALUES (:scope, :value, :start, :end, :reason, :by)
                            RETURNING *
                            """)
                    .bind("scope", wish.scope().wire())
                    .bind("value", wish.scopeValue())
                    .bind("start", wish.startsAt())
                    .bind("end", wish.endsAt())
                    .bind("reason", wish.reason())
                    .bind("by", caller.userName())
                    .map(PostgresSuppressions::rule)
                    .one();
            audit(handle, caller, "suppression_rule.create", rule.id(), wish.assetKey(), wish.details());
            return rule;
        });
    }

    @Override
    public void deleteRule(int id, Caller caller) {
        database.change(handle -> {
            SuppressionRule.Wish gone = handle.createQuery("DELETE FROM suppression_rules WHERE id = :id RETURNING *")
                    .bind("id", id)
                    .map(PostgresSuppressions::rule)
                    .findOne()
                    .orElseThrow(ProblemType.RULE_UNKNOWN::because)
                    .wish();
            audit(handle, caller, "suppression_rule.delete", id, gone.assetKey(), gone.details());
        });
    }

    private static void audit(
            Handle handle, Caller caller, String action, int id, @Nullable String assetKey, JsonWriter details) {
        AuditTable.append(
                handle,
                AuditEntry.of(caller, action, assetKey, details.put("id", id).build()));
    }

    private static MaintenanceWindow window(RowView row) {
        return new MaintenanceWindow(
                row.getColumn("id", Integer.class),
                new MaintenanceWindow.Wish(
                        row.getColumn("asset_key", String.class),
                        row.getColumn("start_at", Instant.class),
                        row.getColumn("end_at", Instant.class),
                        row.getColumn("reason", String.class)),
                row.getColumn("created_by", String.class),
                row.getColumn("created_at", Instant.class));
    }

    private static SuppressionRule rule(RowView row) {
        return new SuppressionRule(
                row.getColumn("id", Integer.class),
                new SuppressionRule.Wish(
                        Scope.of(row.getColumn("scope", String.class)).orElseThrow(),
                        row.getColumn("scope_value", String.class),
                        row.getColumn("starts_at", Instant.class),
                        row.getColumn("ends_at", Instant.class),
                        row.getColumn("reason", String.class)),
                row.getColumn("created_by", String.class),
                row.getColumn("created_at", Instant.class));
    }
}
