package io.secplat.api.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the audit says, and its signature.
 *
 * @param uuid drawn at random for this row alone; null in rows from before there were signatures
 * @param signature over everything else here; null in those rows
 */
public record AuditRow(@Nullable UUID uuid, Instant at, AuditEntry entry, @Nullable Signature signature) {

    /** A row signed now. */
    public static AuditRow signed(UUID uuid, Instant now, AuditEntry entry, AuditKeys keys) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        return new AuditRow(uuid, at, entry, keys.sign(content("row", uuid, at, entry)));
    }

    /** Whether it stems from before there were signatures, or pretends to. */
    boolean isUnsigned() {
        return signature == null;
    }

    /** Whether its signature fits what it says. */
    boolean isGenuine(AuditKeys keys) {
        return signature != null && keys.verifies(signature, content("row", uuid, at, entry));
    }

    /** Whether the key that signed it is among ours. */
    boolean isOfKnownKey(AuditKeys keys) {
        return signature == null || keys.knows(signature.key());
    }

    /** What stands for this row in the chain: its signature, or all it says when it has none. */
    String digest() {
        return signature == null ? content("legacy", uuid, at, entry).toString() : signature.mac();
    }

    private static Canonical content(String kind, @Nullable UUID uuid, Instant at, AuditEntry entry) {
        return new Canonical(kind)
                .part(uuid == null ? null : uuid.toString())
                .part(at.toString())
                .part(entry.action())
                .part(entry.userName())
                .part(entry.assetKey())
                .part(entry.details())
                .part(entry.requestId());
    }
}
