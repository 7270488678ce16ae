package io.secplat.api.alerts.postgres;

import io.secplat.api.outbox.OutboxEntry;
import io.secplat.contracts.json.JsonWriter;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * An alert that is called something else from now on, as websites hear of it.
 *
 * @param from what it was called; null for the first alert of an asset
 */
record AlertNews(String assetKey, @Nullable String from, String state) {

    static AlertNews of(RowView row) {
        return new AlertNews(
                row.getColumn("asset_key", String.class),
                row.getColumn("before", String.class),
                row.getColumn("state", String.class));
    }

    boolean isNews() {
        return !state.equals(from);
    }

    OutboxEntry entry(Instant at, UUID eventId, String requestId) {
        JsonWriter data = new JsonWriter()
                .put("asset_key", assetKey)
                .put("from", from)
                .put("state", state)
                .put("at", at);
        return OutboxEntry.live("alert.state", data.build(), eventId, requestId);
    }
}
