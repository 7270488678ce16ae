package io.secplat.api.notifications;

import io.secplat.contracts.event.NotificationDivided;
import java.time.Duration;
import java.util.Collection;

/** To which channels messages for several of them went, so that one can be told again without the others. */
public interface Divisions {

    /** Stores them; a channel of a message that is there already stays as it is. */
    void record(Collection<NotificationDivided> divisions);

    /** Removes those that are older than that and whose message cannot be sent again any more; returns how many channels. */
    int purge(Duration age);
}
