package io.secplat.api.notifications;

import io.secplat.api.request.Caller;
import java.util.List;

/** Messages that an admin sends to see whether they arrive. */
@FunctionalInterface
public interface TestNotices {

    /** Queues one for these channels, or for all that are configured when there are none; its dedupe key. Audited. */
    String send(List<String> channels, Caller caller);
}
