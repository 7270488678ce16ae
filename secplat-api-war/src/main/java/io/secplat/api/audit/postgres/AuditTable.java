package io.secplat.api.audit.postgres;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.AuditRow;
import io.secplat.api.audit.Signature;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** The table {@code audit_events}: rows are added, never changed. */
public final class AuditTable {

    private AuditTable() {}

    /** Adds a signed row within the transaction of the change it reports, and wakes the sealer once that has committed. */
    public static void append(Handle handle, AuditEntry entry) {
        AuditPen pen = AuditPen.of(handle);
        AuditRow row = pen.signed(entry);
        Signature signature = Objects.requireNonNull(row.signature());
        handle.createUpdate(
                        """
                        INSERT INTO audit_events (created_at, action, user_name, asset_key, details, request_id,
                                                  row_uuid, row_key, row_mac)
                        VALUES (:at, :action, :userName, :assetKey, :details, :requestId, :uuid, :key, :mac)
                        """)
                .bind("at", row.at())
                .bind("action", entry.action())
                .bind("userName", entry.userName())
                .bind("assetKey", entry.assetKey())
                .bind("details", entry.details())
                .bind("requestId", entry.requestId())
                .bind("uuid", row.uuid())
                .bind("key", signature.key())
                .bind("mac", signature.mac())
                .execute();
        handle.afterCommit(pen.signal()::raise);
    }
}
