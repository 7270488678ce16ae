package io.secplat.api.findings.postgres;

import io.secplat.api.findings.FindingStatus;
import io.secplat.api.findings.Findings.Filter;
import io.secplat.api.findings.Findings.Place;
import io.secplat.api.findings.Findings.Scored;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads one page of the list by its keyset; each filter alone has an index that keeps the order of the list. */
final class FindingQuery {

    private final StringBuilder where = new StringBuilder(" WHERE true");
    private final Map<String, Object> values = new LinkedHashMap<>();

    private FindingQuery(Filter filter, Optional<Place> after) {
        filter.status().map(FindingStatus::wire).ifPresent(wire -> equal("f.status", "status", wire));
        filter.source().ifPresent(source -> equal("f.source", "source", source));
        filter.assetKey().ifPresent(key -> {
            where.append(" AND f.asset_id = (SELECT asset_id FROM assets WHERE asset_key = :asset)");
            values.put("asset", key);
        });
        filter.riskLevel().ifPresent(this::level);
        after.ifPresent(place -> {
            where.append(" AND (f.last_seen, f.finding_id) < (:seen, :id)");
            values.put("seen", place.lastSeen());
            values.put("id", place.id());
        });
    }

    static List<Scored> page(Handle handle, Filter filter, int limit, Optional<Place> after) {
        return of(handle, filter, limit, after).map(FindingRows::scored).list();
    }

    /** The question itself, which a test lets Postgres explain. */
    static Query of(Handle handle, Filter filter, int limit, Optional<Place> after) {
        FindingQuery query = new FindingQuery(filter, after);
        return handle.createQuery(
                        FindingRows.SELECT + query.where + " ORDER BY f.last_seen DESC, f.finding_id DESC LIMIT :limit")
                .bindMap(query.values)
                .bind("limit", limit);
    }

    private void level(String level) {
        if (level.equals("unscored")) {
            where.append(" AND f.risk_score IS NULL");
        } else {
            equal("f.risk_level", "level", level);
        }
    }

    private void equal(String column, String name, String value) {
        where.append(" AND ").append(column).append(" = :").append(name);
        values.put(name, value);
    }
}
