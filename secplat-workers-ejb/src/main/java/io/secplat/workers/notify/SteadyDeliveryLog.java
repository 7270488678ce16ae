package io.secplat.workers.notify;

import io.secplat.stream.CourierUnavailableException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bridges the time while the lasting log is away: what was accepted meanwhile is kept here until it could be stored, so that
 * a message held back for that reason is not sent again.
 */
final class SteadyDeliveryLog implements DeliveryLog {

    private static final int LIMIT = 10_000;

    private record Key(String dedupeKey, ChannelName channel) {}

    private final DeliveryLog lasting;
    private final Map<Key, Acceptance> unstored = new LinkedHashMap<>();

    SteadyDeliveryLog(DeliveryLog lasting) {
        this.lasting = lasting;
    }

    @Override
    public synchronized Optional<Acceptance> accepted(String dedupeKey, ChannelName channel) {
        Acceptance kept = unstored.get(new Key(dedupeKey, channel));
        if (kept == null) {
            return lasting.accepted(dedupeKey, channel);
        }
        remember(dedupeKey, channel, kept);
        return Optional.of(kept);
    }

    /** Keeps it here first; throws {@link CourierUnavailableException} when that is all it could do. */
    @Override
    public synchronized void remember(String dedupeKey, ChannelName channel, Acceptance acceptance) {
        Key key = new Key(dedupeKey, channel);
        if (unstored.size() < LIMIT) {
            unstored.put(key, acceptance);
        }
        lasting.remember(dedupeKey, channel, acceptance);
        unstored.remove(key);
    }
}
