package io.secplat.workers.notify.slack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import org.eclipse.microprofile.faulttolerance.Bulkhead;

/**
 * Guarded calls of Slack, at most eight of each method at the same time, so that a slow Slack does not hold everybody's threads.
 * The limit stands before the guard, whose breaker would else take a call without a place for one that went well. It can be set by
 * configuration: {@code io.secplat.workers.notify.slack.BoundedSlackCall/send/Bulkhead/value}, and so on with the method's name.
 */
@ApplicationScoped
@Typed(BoundedSlackCall.class)
public class BoundedSlackCall extends GuardedSlackCall {

    private static final int AT_ONCE = 8;

    private final GuardedSlackCall guarded;

    /** For the container's proxies. */
    public BoundedSlackCall() {
        this(new GuardedSlackCall());
    }

    @Inject
    public BoundedSlackCall(GuardedSlackCall guarded) {
        this.guarded = guarded;
    }

    @Override
    @Bulkhead(AT_ONCE)
    public SlackAnswer post(SlackWebhook webhook, JsonObject message) throws IOException {
        return guarded.post(webhook, message);
    }

    @Override
    @Bulkhead(AT_ONCE)
    public SlackReply send(SlackApi api, SlackCall message) throws IOException {
        return guarded.send(api, message);
    }

    @Override
    @Bulkhead(AT_ONCE)
    public SlackReply edit(SlackApi api, SlackCall change) throws IOException {
        return guarded.edit(api, change);
    }

    @Override
    @Bulkhead(AT_ONCE)
    public SlackReply read(SlackApi api, SlackCall question) throws IOException {
        return guarded.read(api, question);
    }
}
