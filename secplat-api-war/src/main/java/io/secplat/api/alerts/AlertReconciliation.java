package io.secplat.api.alerts;

import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.search.SearchUnavailableException;
import java.util.Map;

/** The evaluation at a fixed rate. While the record is away nothing is decided, and that is told once. */
final class AlertReconciliation implements PeriodicWorker.Task {

    private final AlertEvaluation evaluation;
    private final IdSource ids;
    private final Journal journal;
    private boolean away;

    AlertReconciliation(AlertEvaluation evaluation, IdSource ids, Journal journal) {
        this.evaluation = evaluation;
        this.ids = ids;
        this.journal = journal;
    }

    @Override
    public void run() {
        try {
            evaluation.reconcile(ids.next().toString());
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
