package io.secplat.api.audit;

import io.secplat.api.audit.AuditChain.Moment;
import io.secplat.api.audit.AuditChain.Stored;
import io.secplat.api.audit.VerificationReport.Broken;
import io.secplat.api.audit.Watermark.Mark;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One way through the audit as it stands at one moment, in memory that does not grow with it: along the chain, then to its
 * end, to the anchors, and among the rows that wait for their place.
 */
final class AuditWalk {

    private static final int CHUNK = 1_000;

    private final Moment moment;
    private final AuditKeys keys;
    private final Optional<Mark> seen;
    private final Optional<Mark> kept;
    private Mark end = new Mark(0, "");
    private int anchorsChecked;

    AuditWalk(Moment moment, AuditKeys keys, Optional<Mark> seen, Optional<Mark> kept) {
        this.moment = moment;
        this.keys = keys;
        this.seen = seen;
        this.kept = kept;
    }

    VerificationReport report() {
        Optional<ChainHead> head = moment.head();
        Optional<Broken> broken = alongTheChain()
                .or(() -> atTheHead(head))
                .or(this::beyondTheHead)
                .or(this::atTheAnchors)
                .or(this::amongTheWaiting)
                .or(() -> moment.repeated().map(id -> new Broken(id, null, Breach.ROW_REPEATED)));
        return new VerificationReport(moment.totals(), broken, head, anchorsChecked);
    }

    private Optional<Broken> alongTheChain() {
        List<Stored> rows = moment.sealed(Long.MIN_VALUE, CHUNK);
        while (!rows.isEmpty()) {
            for (Stored stored : rows) {
                ChainLink link = stored.link().orElseThrow();
                Optional<Broken> broken = broken(stored, link);
                if (broken.isPresent()) {
                    return broken;
                }
                end = new Mark(link.seq(), link.signature().mac());
            }
            rows = moment.sealed(end.seq(), CHUNK);
        }
        return Optional.empty();
    }

    private Optional<Broken> broken(Stored stored, ChainLink link) {
        if (link.seq() > end.seq() + 1) {
            return Optional.of(new Broken(null, end.seq() + 1, Breach.ROW_MISSING));
        }
        if (link.seq() <= end.seq() || link.signature().mac().isEmpty()) {
            return Optional.of(new Broken(stored.id(), link.seq(), Breach.CHAIN_BROKEN));
        }
        if (!stored.row().isOfKnownKey(keys) || !keys.knows(link.signature().key())) {
            return Optional.of(new Broken(stored.id(), link.seq(), Breach.KEY_UNKNOWN));
        }
        if (!stored.row().isUnsigned() && !stored.row().isGenuine(keys)) {
            return Optional.of(new Broken(stored.id(), link.seq(), Breach.CONTENT_CHANGED));
        }
        return link.follows(end.mac(), stored.id(), stored.row(), keys)
                ? Optional.empty()
                : Optional.of(new Broken(stored.id(), link.seq(), Breach.CHAIN_BROKEN));
    }

    private Optional<Broken> atTheHead(Optional<ChainHead> found) {
        if (found.isEmpty()) {
            return Optional.of(new Broken(null, end.seq(), Breach.HEAD_MISSING));
        }
        ChainHead head = found.get();
        if (head.isUntouched() ? end.seq() > 0 : !head.isGenuine(keys)) {
            return Optional.of(new Broken(null, head.seq(), Breach.HEAD_MISMATCH));
        }
        if (head.seq() > end.seq()) {
            return Optional.of(new Broken(null, end.seq() + 1, Breach.ROW_MISSING));
        }
        boolean fits = head.seq() == end.seq() && head.mac().equals(end.mac());
        return fits && moment.totals().sealed() == end.seq()
                ? Optional.empty()
                : Optional.of(new Broken(null, head.seq() + 1, Breach.HEAD_MISMATCH));
    }

    /** This server remembers a longer chain, or another one. */
    private Optional<Broken> beyondTheHead() {
        return seen.filter(mark -> !passes(mark))
                .map(mark -> new Broken(null, Math.min(mark.seq(), end.seq() + 1), Breach.HEAD_REWOUND));
    }

    private Optional<Broken> atTheAnchors() {
        LocalDate day = LocalDate.MIN;
        List<Anchor> anchors = moment.anchors(day, CHUNK);
        while (!anchors.isEmpty()) {
            for (Anchor anchor : anchors) {
                anchorsChecked++;
                if (!anchor.isGenuine(keys) || !passes(new Mark(anchor.seq(), anchor.mac()))) {
                    return mismatch(anchor.seq());
                }
                day = anchor.day();
            }
            anchors = moment.anchors(day, CHUNK);
        }
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        anchorsChecked++;
        return passes(kept.get()) ? Optional.empty() : mismatch(kept.get().seq());
    }

    private Optional<Broken> mismatch(long seq) {
        Long id = moment.at(seq).map(Stored::id).orElse(null);
        return Optional.of(new Broken(id, seq, Breach.ANCHOR_MISMATCH));
    }

    private boolean passes(Mark mark) {
        return moment.at(mark.seq())
                .flatMap(Stored::link)
                .filter(link -> link.signature().mac().equals(mark.mac()))
                .isPresent();
    }

    /** A row that waits was committed a moment ago, or was refused by the sealer. */
    private Optional<Broken> amongTheWaiting() {
        boolean legacyOpen = moment.head().map(ChainHead::legacyOpen).orElse(false);
        List<Stored> rows = moment.unsealed(Long.MIN_VALUE, CHUNK);
        while (!rows.isEmpty()) {
            for (Stored stored : rows) {
                if (stored.row().isUnsigned() ? !legacyOpen : !stored.row().isGenuine(keys)) {
                    Breach why = stored.row().isOfKnownKey(keys) ? Breach.FORGED_ROW : Breach.KEY_UNKNOWN;
                    return Optional.of(new Broken(stored.id(), null, why));
                }
            }
            rows = moment.unsealed(rows.get(rows.size() - 1).id(), CHUNK);
        }
        return Optional.empty();
    }
}
