package io.secplat.api.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where the chain ends.
 *
 * @param seq the place of its last row, 0 without any
 * @param mac the mac of its last link, empty without any
 * @param legacyOpen whether rows from before there were signatures may still be taken into the chain
 * @param signature over the others; null until the first turn of a sealer
 */
public record ChainHead(long seq, String mac, boolean legacyOpen, @Nullable Signature signature) {

    static ChainHead signed(long seq, String mac, boolean legacyOpen, AuditKeys keys) {
        return new ChainHead(seq, mac, legacyOpen, keys.sign(content(seq, mac, legacyOpen)));
    }

    /** The head as the migration made it. */
    boolean isUntouched() {
        return signature == null && seq == 0 && mac.isEmpty() && legacyOpen;
    }

    boolean isGenuine(AuditKeys keys) {
        return signature != null && keys.verifies(signature, content(seq, mac, legacyOpen));
    }

    private static Canonical content(long seq, String mac, boolean legacyOpen) {
        return new Canonical("head").part(seq).part(mac).part(Boolean.toString(legacyOpen));
    }
}
