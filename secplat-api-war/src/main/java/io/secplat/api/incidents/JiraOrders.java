package io.secplat.api.incidents;

import io.secplat.api.request.Caller;

/** Asks the notifier for Jira issues; an incident has one at most. */
@FunctionalInterface
public interface JiraOrders {

    /** What came of asking. */
    sealed interface Order {

        /** The notifier was asked; the incident shows the issue once it is there. */
        record Placed() implements Order {}

        /** There is one already. */
        record Existing(String issueKey) implements Order {}

        /** Somebody has just asked, and the answer is not there yet. */
        record Underway() implements Order {}

        /** No incident has this id. */
        record Unknown() implements Order {}
    }

    /** Marks the incident and queues the request, both or neither, under that name in the audit. */
    Order place(int incidentId, String action, Caller caller);
}
