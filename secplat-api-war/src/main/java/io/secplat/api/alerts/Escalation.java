package io.secplat.api.alerts;

import io.secplat.contracts.event.SecPlatEvent;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells an outage again, one step further each time, until somebody acknowledges it, it is kept quiet, or it ends. Alerts at
 * the same step of one pass share one message.
 */
public final class Escalation {

    private static final int BATCH = 500;

    private final EscalationSteps steps;
    private final EscalationBook book;
    private final EscalationTale tale;

    public Escalation(EscalationSteps steps, EscalationBook book, EscalationTale tale) {
        this.steps = steps;
        this.book = book;
        this.tale = tale;
    }

    /** One pass over all alerts; an alert that is more than one step late is told one step now and the next in a later pass. */
    public void run(String requestId) {
        int taken = steps.minutes().isEmpty() ? 0 : BATCH;
        while (taken == BATCH) {
            taken = book.take(steps, BATCH, requestId, this::words);
        }
    }

    private List<SecPlatEvent> words(List<Overdue> overdue) {
        return overdue.stream()
                .collect(Collectors.groupingBy(Overdue::step, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .<SecPlatEvent>map(step -> tale.of(step.getValue(), step.getKey(), steps.after(step.getKey())))
                .toList();
    }
}
