package io.secplat.workers.notify.jira;

import java.io.IOException;

/** No connection came about, so Jira cannot have seen the call. Says nothing of the address. */
public class JiraUnreachableException extends IOException {

    private static final long serialVersionUID = 1L;

    JiraUnreachableException() {
        super("Jira cannot be reached");
    }
}
