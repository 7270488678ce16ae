package io.secplat.workers.notify.jira;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.IOException;
import org.eclipse.microprofile.faulttolerance.Bulkhead;

/**
 * Guarded calls of Jira, at most eight at the same time, so that a slow Jira does not hold everybody's threads. The limit stands
 * before the guard, whose breaker would else take a call without a place for one that went well. It can be set by configuration:
 * {@code io.secplat.workers.notify.jira.BoundedJiraCall/make/Bulkhead/value}.
 */
@ApplicationScoped
@Typed(BoundedJiraCall.class)
public class BoundedJiraCall extends GuardedJiraCall {

    private static final int AT_ONCE = 8;

    private final GuardedJiraCall guarded;

    /** For the container's proxies. */
    public BoundedJiraCall() {
        this(new GuardedJiraCall());
    }

    @Inject
    public BoundedJiraCall(GuardedJiraCall guarded) {
        this.guarded = guarded;
    }

    @Override
    @Bulkhead(AT_ONCE)
    public <T> T make(Call<T> call) throws IOException {
        return guarded.make(call);
    }
}
