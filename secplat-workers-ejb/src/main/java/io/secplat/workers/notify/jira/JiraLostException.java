package io.secplat.workers.notify.jira;

import java.io.IOException;

/** The answer was lost, late or unreadable, so Jira may have done what it was asked. Says nothing of the call. */
public class JiraLostException extends IOException {

    private static final long serialVersionUID = 1L;

    JiraLostException() {
        super("Jira's answer was not seen");
    }
}
