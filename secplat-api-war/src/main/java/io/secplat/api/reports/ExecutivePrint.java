package io.secplat.api.reports;

/** Puts the executive report on paper. */
@FunctionalInterface
public interface ExecutivePrint {

    /** A PDF document; names are of any length and script. */
    byte[] print(ExecutiveSummary summary);
}
