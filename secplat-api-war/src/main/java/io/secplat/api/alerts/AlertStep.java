package io.secplat.api.alerts;

import java.util.List;

/** What one evaluation made of an alert: its next state, and what to tell. */
public record AlertStep(AlertState before, AlertState after, List<Telling> tellings) {

    public AlertStep {
        tellings = List.copyOf(tellings);
    }

    /** Whether there is anything to store or to tell. */
    public boolean changes() {
        return !before.equals(after) || !tellings.isEmpty();
    }
}
