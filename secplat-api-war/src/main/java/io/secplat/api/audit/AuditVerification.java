package io.secplat.api.audit;

import io.secplat.api.audit.Watermark.Mark;
import io.secplat.api.cache.Room;
import io.secplat.api.cache.SingleFlight;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the first row of the whole audit that is not as it was written. Those who ask the same at once share one walk. */
public final class AuditVerification {

    /** Nothing is kept: only who waits together shares. */
    private static final Room NO_LONGER_THAN_IT_TAKES = new Room(Duration.ZERO, 1, 1);

    private final SingleFlight<Optional<Mark>, VerificationReport> walks;
    private final AuditChain chain;
    private final Supplier<AuditKeys> keys;
    private final Watermark watermark;

    public AuditVerification(AuditChain chain, Supplier<AuditKeys> keys, Watermark watermark, Clock clock) {
        this.walks = new SingleFlight<>(NO_LONGER_THAN_IT_TAKES, report -> 1, clock);
        this.chain = chain;
        this.keys = keys;
        this.watermark = watermark;
    }

    /** What is found; the anchor is one that somebody kept outside the database. */
    public VerificationReport verify(Optional<Mark> kept) {
        return walks.get(kept, this::walk);
    }

    private VerificationReport walk(Optional<Mark> kept) {
        Optional<Mark> seen = watermark.highest();
        return chain.atOneMoment(moment -> new AuditWalk(moment, keys.get(), seen, kept).report());
    }
}
