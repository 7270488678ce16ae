package io.secplat.workers.notify.jira;

import org.jspecify.annotations.Nullable;

/** Jira is not well; calls to it had better pause. */
public class JiraTroubleException extends JiraAnswerException {

    private static final long serialVersionUID = 1L;

    JiraTroubleException(int status, @Nullable String retryAfter, @Nullable String reset) {
        super(status, retryAfter, reset);
    }
}
