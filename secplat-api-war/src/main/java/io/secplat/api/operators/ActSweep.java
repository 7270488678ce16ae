package io.secplat.api.operators;

import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import java.time.Duration;
import java.util.Map;

/** Audits acts whose ending nobody told, and forgets old ones. */
final class ActSweep {

    /** How long an act may take before its ending counts as unknown. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    /** How long it is known which acts are audited, in case they are told again. */
    private static final Duration AGE = Duration.ofDays(7);

    static final Duration INTERVAL = Duration.ofMinutes(1);

    private ActSweep() {}

    static PeriodicWorker.Task task(OperatorActs acts, Journal journal) {
        return () -> {
            int lost = acts.giveUp(PATIENCE);
            if (lost > 0) {
                journal.warn("operator.acts", "unknown", Map.of("acts", lost));
            }
            acts.purge(AGE);
        };
    }
}
