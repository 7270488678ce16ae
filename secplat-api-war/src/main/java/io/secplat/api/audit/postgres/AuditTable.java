package io.secplat.api.audit.postgres;

import io.secplat.api.audit.AuditEntry;
import org.jdbi.v3.core.Handle;

/** The table {@code audit_events}: rows are added, never changed. */
public final class AuditTable {

    private AuditTable() {}

    /** Adds a row within the transaction of the change it reports. */
    public static void append(Handle handle, AuditEntry entry) {
        handle.createUpdate(
                        """
                        INSERT INTO audit_events (action, user_name, asset_key, details, request_id)
                        VALUES (:action, :userName, :assetKey, :details, :requestId)
                        """)
                .bind("action", entry.action())
                .bind("userName", entry.userName())
                .bind("assetKey", entry.assetKey())
                .bind("details", entry.details())
                .bind("requestId", entry.requestId())
                .execute();
    }
}
