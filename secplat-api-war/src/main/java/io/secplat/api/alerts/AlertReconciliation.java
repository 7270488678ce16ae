package io.secplat.api.alerts;

import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.search.SearchUnavailableException;
import java.util.Map;

/**
 * The evaluation at a fixed rate, and then what nobody acknowledged in time, since then it is known what is still down. While
 * the record is away nothing is decided, and that is told once.
 */
final class AlertReconciliation implements PeriodicWorker.Task {

    private final AlertEvaluation evaluation;
    private final Escalation escalation;
    private final IdSource ids;
    private final Journal journal;
    private boolean away;

    AlertReconciliation(AlertEvaluation evaluation, Escalation escalation, IdSource ids, Journal journal) {
        this.evaluation = evaluation;
        this.escalation = escalation;
        this.ids = ids;
        this.journal = journal;
    }

    @Override
    public void run() {
        try {
            String requestId = ids.next().toString();
            int unused = evaluation.reconcile(requestId);
            escalation.run(requestId);
            if (away) {
                journal.info("alert.reconcile", "resumed", Map.of());
            }
            away = false;
        } catch (SearchUnavailableException e) {
            if (!away) {
                journal.warn("alert.reconcile", "hindered", Map.of("reason", "search_unavailable"));
            }
            away = true;
        }
    }
}
