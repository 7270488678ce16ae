package io.secplat.api.findings;

/** Scores every finding anew; returns how many there were. */
@FunctionalInterface
public interface RiskReview {

    int all();
}
