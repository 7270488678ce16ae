package io.secplat.workers.notify;

import io.secplat.stream.CourierUnavailableException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers in memory; can be away. */
final class InMemoryDeliveryLog implements DeliveryLog {

    private final Map<String, Acceptance> accepted = new ConcurrentHashMap<>();
    private volatile boolean away;

    void away(boolean value) {
        away = value;
    }

    @Override
    public Optional<Acceptance> accepted(String dedupeKey, ChannelName channel) {
        check();
        return Optional.ofNullable(accepted.get(channel + dedupeKey));
    }

    @Override
    public void remember(String dedupeKey, ChannelName channel, Acceptance acceptance) {
        check();
        accepted.put(channel + dedupeKey, acceptance);
    }

    private void check() {
        if (away) {
            throw new CourierUnavailableException(new IllegalStateException("away"));
        }
    }
}
