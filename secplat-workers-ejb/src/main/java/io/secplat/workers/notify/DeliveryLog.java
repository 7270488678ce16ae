package io.secplat.workers.notify;

import java.util.Optional;

/**
 * Remembers for seven days what was accepted, so that nobody is told the same thing twice. Throws
 * CourierUnavailableException when the memory is away.
 */
public interface DeliveryLog {

    Optional<Acceptance> accepted(String dedupeKey, ChannelName channel);

    void remember(String dedupeKey, ChannelName channel, Acceptance acceptance);
}
