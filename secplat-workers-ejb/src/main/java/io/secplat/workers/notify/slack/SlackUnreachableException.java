package io.secplat.workers.notify.slack;

import java.io.IOException;

/** No connection came about, so Slack cannot have seen the message. Says nothing of the address. */
public class SlackUnreachableException extends IOException {

    private static final long serialVersionUID = 1L;

    SlackUnreachableException() {
        super("Slack cannot be reached");
    }
}
