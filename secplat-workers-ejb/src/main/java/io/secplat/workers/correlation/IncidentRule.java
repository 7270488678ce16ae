package io.secplat.workers.correlation;

import io.secplat.stream.Message;
import io.secplat.stream.Outcome;

/** Turns one type of event into an incident. */
@FunctionalInterface
public interface IncidentRule {

    /** Done once the incident is stored; a repeat of the same message makes no second one. */
    Outcome apply(Message message) throws InterruptedException;
}
