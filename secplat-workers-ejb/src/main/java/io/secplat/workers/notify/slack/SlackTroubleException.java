package io.secplat.workers.notify.slack;

import java.io.IOException;

/** Slack answered that it is in trouble, so that a breaker counts it. Tells the status alone. */
public class SlackTroubleException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient SlackReply reply;

    SlackTroubleException(SlackReply reply) {
        super("Slack is in trouble: status " + reply.answer().status());
        this.reply = reply;
    }

    SlackReply reply() {
        return reply;
    }
}
