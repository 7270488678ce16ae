package io.secplat.local.inbox;

import java.util.Arrays;
import java.util.Optional;

/** Where an issue of the pretend Jira stands; a transition leads to each of them, under the same name. */
enum JiraStatus {
    TO_DO("11", "To Do"),
    IN_PROGRESS("21", "In Progress"),
    DONE("31", "Done");

    private final String transition;
    private final String title;

    JiraStatus(String transition, String title) {
        this.transition = transition;
        this.title = title;
    }

    /** The id of the transition that leads there. */
    String transition() {
        return transition;
    }

    String title() {
        return title;
    }

    static Optional<JiraStatus> after(String transition) {
        return Arrays.stream(values())
                .filter(status -> status.transition.equals(transition))
                .findFirst();
    }
}
