package io.secplat.workers.ingestion;

import java.time.Duration;

/**
 * Hears of checks, for the figures that operators see. Called on the threads that do the work, several at once; it returns at
 * once and throws nothing.
 */
public interface ProbeFigures {

    /** Hears nothing. */
    ProbeFigures NONE = new ProbeFigures() {};

    /** A check begins that long after its tick. */
    default void began(Duration late) {}

    /** A check leaves no event by our own fault. */
    default void skipped() {}
}
