package io.secplat.api.audit;

import io.secplat.api.audit.Watermark.Mark;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the first row of the whole audit that is not as it was written. */
public final class AuditVerification {

    private final AuditChain chain;
    private final Supplier<AuditKeys> keys;
    private final Watermark watermark;

    public AuditVerification(AuditChain chain, Supplier<AuditKeys> keys, Watermark watermark) {
        this.chain = chain;
        this.keys = keys;
        this.watermark = watermark;
    }

    /** What is found; the anchor is one that somebody kept outside the database. */
    public VerificationReport verify(Optional<Mark> kept) {
        Optional<Mark> seen = watermark.highest();
        return chain.atOneMoment(moment -> new AuditWalk(moment, keys.get(), seen, kept).report());
    }
}
