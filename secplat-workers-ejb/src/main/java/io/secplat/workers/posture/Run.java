package io.secplat.workers.posture;

import io.secplat.contracts.document.AssetStatusDocument;

/** The newest run of equal results; one of the two is 0, and both are before the first result. */
record Run(int failures, int successes) {

    static final Run NONE = new Run(0, 0);

    static Run of(AssetStatusDocument document) {
        return new Run(document.consecutiveFailures(), document.consecutiveSuccesses());
    }

    Run and(boolean success) {
        return success ? new Run(0, successes + 1) : new Run(failures + 1, 0);
    }

    /** Where the newest result points; none before the first. */
    Settled direction() {
        return failures > 0 ? Settled.DOWN : successes > 0 ? Settled.UP : Settled.NONE;
    }
}
