package io.secplat.api.audit.postgres;

import io.secplat.api.audit.Anchor;
import io.secplat.api.audit.AuditChain.Stored;
import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.AuditRow;
import io.secplat.api.audit.ChainHead;
import io.secplat.api.audit.ChainLink;
import io.secplat.api.audit.Signature;
import jakarta.json.JsonObject;
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
                row.getColumn("details", JsonObject.class),
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
                Optional.ofNullable(link).map(found -> new ChainLink(row.getColumn("chain_seq", Long.class), found)));
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
