package io.secplat.api.notifications;

import io.secplat.api.request.Caller;
import java.util.List;

/** Messages that an admin sends to see whether they arrive. */
@FunctionalInterface
public interface TestNotices {

    /**
     * Queues one for each of these channels, or one for all that are configured when there are none. They share the dedupe
     * key that is returned, since a channel counts with it. Audited once.
     */
    String send(List<String> channels, Caller caller);
}
