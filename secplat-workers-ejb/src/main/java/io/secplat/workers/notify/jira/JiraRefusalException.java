package io.secplat.workers.notify.jira;

import org.jspecify.annotations.Nullable;

/** Jira is well and does not want this call, or not now. */
public class JiraRefusalException extends JiraAnswerException {

    private static final long serialVersionUID = 1L;

    JiraRefusalException(int status, @Nullable String retryAfter, @Nullable String reset) {
        super(status, retryAfter, reset);
    }
}
