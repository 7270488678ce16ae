package io.secplat.api.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The audit's rows, their chain and its anchors, as they are stored. */
public interface AuditChain {

    /** A row, its id, and its place in the chain once it has one. */
    record Stored(long id, AuditRow row, Optional<ChainLink> link) {}

    /**
     * What a sealer works on.
     *
     * @param head empty when somebody removed it
     * @param begun whether any row or anchor has a place in the chain
     * @param waiting rows without a place, lowest id first
     */
    record Waiting(Optional<ChainHead> head, boolean begun, List<Stored> waiting) {}

    /** The links to add by row id, and where the chain ends then. */
    record Extension(Map<Long, ChainLink> links, ChainHead head) {}

    /** Everything as it stood at one moment. */
    interface Moment {

        Optional<ChainHead> head();

        Totals totals();

        /** At most so many rows of the chain after that place, in its order. */
        List<Stored> sealed(long afterSeq, int max);

        /** At most so many rows without a place after that id. */
        List<Stored> unsealed(long afterId, int max);

        /** The row in that place. */
        Optional<Stored> at(long seq);

        /** At most so many anchors after that day, oldest first. */
        List<Anchor> anchors(LocalDate after, int max);

        /** The id of a row that stands there twice: the later one of the first pair. */
        Optional<Long> repeated();
    }

    /** How many rows there are; legacy rows have no signature. */
    record Totals(long rows, long sealed, long legacy) {}

    /**
     * Adds what the pass decides about at most so many waiting rows after that id, in one transaction; empty answers add
     * nothing. False, without asking the pass, while another server does the same.
     */
    boolean extend(long afterId, int max, Function<Waiting, Optional<Extension>> pass);

    /** Keeps the anchor of a day that has none yet, and tells of it just before it is committed. */
    void anchor(Anchor anchor, Runnable tell);

    /** The head as committed; empty when somebody removed it. */
    Optional<ChainHead> head();

    /** Answers a question on one moment, however long it takes. */
    <T> T atOneMoment(Function<Moment, T> question);
}
