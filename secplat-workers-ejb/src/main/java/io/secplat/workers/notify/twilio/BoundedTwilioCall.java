package io.secplat.workers.notify.twilio;

import com.twilio.base.Page;
import com.twilio.rest.api.v2010.account.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.IOException;
import org.eclipse.microprofile.faulttolerance.Bulkhead;

/**
 * Guarded calls of Twilio, at most eight of each method at the same time, so that a slow Twilio does not hold everybody's threads.
 * The limit stands before the guard, whose breaker would else take a call without a place for one that went well. It can be set by
 * configuration: {@code io.secplat.workers.notify.twilio.BoundedTwilioCall/send/Bulkhead/value}, and so on with the method's name.
 */
@ApplicationScoped
@Typed(BoundedTwilioCall.class)
public class BoundedTwilioCall extends GuardedTwilioCall {

    private static final int AT_ONCE = 8;

    private final GuardedTwilioCall guarded;

    /** For the container's proxies. */
    public BoundedTwilioCall() {
        this(new GuardedTwilioCall());
    }

    @Inject
    public BoundedTwilioCall(GuardedTwilioCall guarded) {
        this.guarded = guarded;
    }

    @Override
    @Bulkhead(AT_ONCE)
    public String send(TwilioAccount account, TwilioMessage message) throws IOException {
        return guarded.send(account, message);
    }

    @Override
    @Bulkhead(AT_ONCE)
    public Page<Message> newest(TwilioAccount account, TwilioRoute route) throws IOException {
        return guarded.newest(account, route);
    }

    @Override
    @Bulkhead(AT_ONCE)
    public Page<Message> before(TwilioAccount account, Page<Message> page) throws IOException {
        return guarded.before(account, page);
    }
}
