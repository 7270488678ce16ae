package io.secplat.api.audit;

import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes signed rows into the chain, and keeps an anchor of each day. Rows that do not fit their signature are left out and
 * told; a head that does not fit stops the sealing, since what would follow could prove nothing.
 */
public final class AuditSealer implements PeriodicWorker.Task {

    static final int BATCH = 500;

    private final AuditChain chain;
    private final Supplier<AuditKeys> keys;
    private final Watermark watermark;
    private final Clock clock;
    private final Journal journal;
    private String told = "";
    private LocalDate anchored = LocalDate.MIN;

    public AuditSealer(AuditChain chain, Supplier<AuditKeys> keys, Watermark watermark, Clock clock, Journal journal) {
        this.chain = chain;
        this.keys = keys;
        this.watermark = watermark;
        this.clock = clock;
        this.journal = journal;
    }

    /** Everything that waits now, in batches that commit by themselves. */
    @Override
    public void run() {
        List<Long> refused = new ArrayList<>();
        Optional<Breach> stopped = Optional.empty();
        long after = Long.MIN_VALUE;
        boolean more = true;
        while (more) {
            Pass pass = new Pass(after);
            boolean mine = chain.extend(after, BATCH, pass::decide);
            if (!mine) {
                return;
            }
            pass.sealing.extension().ifPresent(extension -> watermark.saw(extension.head()));
            refused.addAll(pass.sealing.refused());
            stopped = pass.sealing.stopped();
            after = pass.last;
            more = pass.full && stopped.isEmpty();
        }
        tell(stopped, refused);
        if (stopped.isEmpty()) {
            anchor();
        }
    }

    private final class Pass {

        private Sealing sealing = new Sealing(Optional.empty(), List.of(), Optional.empty());
        private long last;
        private boolean full;

        Pass(long after) {
            last = after;
        }

        Optional<AuditChain.Extension> decide(AuditChain.Waiting found) {
            sealing = Sealing.of(found, BATCH, keys.get(), watermark);
            if (sealing.stopped().isEmpty()) {
                found.head().ifPresent(watermark::saw);
            }
            full = found.waiting().size() == BATCH;
            found.waiting().forEach(stored -> last = stored.id());
            return sealing.extension();
        }
    }

    /** Told when it changes, not at every turn. */
    private void tell(Optional<Breach> stopped, List<Long> refused) {
        String now = stopped.map(Breach::wire).orElse("") + refused;
        if (now.equals(told)) {
            return;
        }
        told = now;
        stopped.ifPresent(breach -> journal.warn("audit.seal", "stopped", Map.of("reason", breach.wire())));
        if (!refused.isEmpty()) {
            journal.warn(
                    "audit.seal",
                    "refused",
                    Map.of("reason", Breach.FORGED_ROW.wire(), "rows", refused.size(), "first_id", refused.get(0)));
        }
    }

    /** The line is written first: what it tells is committed already, and a crash leaves rather two lines than none. */
    private void anchor() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!today.isAfter(anchored)) {
            return;
        }
        chain.head().filter(head -> head.seq() > 0).ifPresent(head -> {
            Anchor anchor = Anchor.of(today, head, keys.get());
            chain.anchor(anchor, () -> tell(anchor));
            anchored = today;
        });
    }

    private void tell(Anchor anchor) {
        journal.info(
                "audit.anchor",
                "done",
                Map.of("day", anchor.day(), "chain_seq", anchor.seq(), "chain_mac", anchor.mac()));
    }
}
