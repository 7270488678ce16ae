package io.secplat.api.audit.postgres;

import io.secplat.api.audit.Anchor;
import io.secplat.api.audit.AuditChain.Stored;
import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.AuditRow;
import io.secplat.api.audit.ChainHead;
import io.secplat.api.audit.ChainLink;
import io.secplat.api.audit.Signature;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** How rows, the head and anchors stand in their tables. */
final class AuditRows {

    static final String SELECT = "SELECT * FROM audit_events";

    private AuditRows() {}

    static AuditEntry entry(RowView row) {
        return new AuditEntry(
                row.getColumn("action", String.class),
                row.getColumn("user_name", String.class),
                row.getColumn("asset_key", String.class),
                details(row.getColumn("details", String.class)),
                row.getColumn("request_id", String.class));
    }

    static Stored stored(RowView row) {
        AuditRow said = new AuditRow(
                row.getColumn("row_uuid", UUID.class),
                row.getColumn("created_at", Instant.class),
                entry(row),
                signature(row, "row"));
        Signature link = signature(row, "chain");
        return new Stored(
                row.getColumn("id", Long.class),
                said,
                Optional.ofNullable(row.getColumn("chain_seq", Long.class))
                        .map(seq -> new ChainLink(seq, link == null ? new Signature("", "") : link)));
    }

    /** What no server of ours wrote must be readable too, so that it can be named. */
    private static JsonObject details(@Nullable String text) {
        try (JsonReader reader = Json.createReader(new StringReader(String.valueOf(text)))) {
            return reader.readObject();
        } catch (JsonException e) {
            return new JsonWriter().put("unreadable", text).build();
        }
    }

    static Optional<ChainHead> head(Handle handle) {
        return handle.createQuery("SELECT * FROM audit_chain")
                .map(row -> new ChainHead(
                        row.getColumn("chain_seq", Long.class),
                        row.getColumn("chain_mac", String.class),
                        row.getColumn("legacy_open", Boolean.class),
                        signature(row, "head")))
                .findFirst();
    }

    static Anchor anchor(RowView row) {
        return new Anchor(
                row.getColumn("day", LocalDate.class),
                row.getColumn("chain_seq", Long.class),
                row.getColumn("chain_mac", String.class),
                new Signature(row.getColumn("anchor_key", String.class), row.getColumn("anchor_mac", String.class)));
    }

    private static @Nullable Signature signature(RowView row, String what) {
        String mac = row.getColumn(what + "_mac", String.class);
        String key = row.getColumn(what + "_key", String.class);
        return mac == null ? null : new Signature(key == null ? "" : key, mac);
    }
}
