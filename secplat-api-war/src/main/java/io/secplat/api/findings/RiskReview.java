package io.secplat.api.findings;

/** Scores anew what changes by itself. Each may end in the middle: the next turn does the rest. */
public interface RiskReview {

    /** Every finding, since age weighs; returns how many scores changed. */
    int all();

    /** Only accepted risks whose date has passed since they were scored; returns how many there were. */
    int expiredAcceptances();
}
