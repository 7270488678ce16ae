package io.secplat.api.audit;

import java.time.LocalDate;

/** Where the chain ended on a day, in UTC; kept in the database and told in the journal. */
public record Anchor(LocalDate day, long seq, String mac, Signature signature) {

    static Anchor of(LocalDate day, ChainHead head, AuditKeys keys) {
        return new Anchor(day, head.seq(), head.mac(), keys.sign(content(day, head.seq(), head.mac())));
    }

    boolean isGenuine(AuditKeys keys) {
        return keys.verifies(signature, content(day, seq, mac));
    }

    private static Canonical content(LocalDate day, long seq, String mac) {
        return new Canonical("anchor").part(day.toString()).part(seq).part(mac);
    }
}
