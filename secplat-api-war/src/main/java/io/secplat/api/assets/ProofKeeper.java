package io.secplat.api.assets;

import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.IntSupplier;

/** Takes back proofs of domains that are too old, and says so beforehand. */
public final class ProofKeeper implements PeriodicWorker.Task {

    /** How often it looks, and so how late a proof may end. */
    static final Duration LOOK = Duration.ofMinutes(1);

    /** Assets of one transaction and of one message. */
    static final int BATCH = 100;

    private final AgingProofs proofs;
    private final VerificationRules rules;
    private final Clock clock;
    private final Journal journal;

    public ProofKeeper(AgingProofs proofs, VerificationRules rules, Clock clock, Journal journal) {
        this.proofs = proofs;
        this.rules = rules;
        this.clock = clock;
        this.journal = journal;
    }

    /** Expiry goes first, so that nobody is reminded of what has ended already. */
    @Override
    public void run() {
        Instant now = clock.instant();
        repeat("expired", () -> proofs.expire(rules.endedIfMadeBy(now), BATCH));
        repeat("reminded", () -> proofs.remind(rules.endsSoonIfMadeBy(now), BATCH));
    }

    private void repeat(String status, IntSupplier batch) {
        int done = batch.getAsInt();
        while (done > 0) {
            journal.info("asset.verification", status, Map.of("assets", done));
            done = batch.getAsInt();
        }
    }
}
