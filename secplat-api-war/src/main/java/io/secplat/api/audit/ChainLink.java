package io.secplat.api.audit;

/**
 * A row's place in the chain.
 *
 * @param seq 1 for the first row, and one more for each
 * @param signature over the link before, this place, and the row with its id
 */
public record ChainLink(long seq, Signature signature) {

    /** The next link after a head. */
    static ChainLink after(ChainHead head, long rowId, AuditRow row, AuditKeys keys) {
        long seq = head.seq() + 1;
        return new ChainLink(seq, keys.sign(content(head.mac(), seq, rowId, row)));
    }

    /** Whether it follows the link with that mac and holds this row. */
    boolean follows(String previousMac, long rowId, AuditRow row, AuditKeys keys) {
        return keys.verifies(signature, content(previousMac, seq, rowId, row));
    }

    private static Canonical content(String previousMac, long seq, long rowId, AuditRow row) {
        return new Canonical("link").part(previousMac).part(seq).part(rowId).part(row.digest());
    }
}
