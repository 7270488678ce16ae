package io.secplat.workers.notify.pipeline.deliver;

import io.secplat.stream.CourierUnavailableException;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.pipeline.Acceptance;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bridges the time while the lasting log is away: what was accepted meanwhile is kept here until it could be stored, so that
 * a message held back for that reason is not sent again.
 */
public final class SteadyDeliveryLog implements DeliveryLog {

    private static final int LIMIT = 10_000;

    private record Key(String dedupeKey, ChannelName channel) {}

    private final DeliveryLog lasting;
    private final Map<Key, Acceptance> unstored = new LinkedHashMap<>();

    public SteadyDeliveryLog(DeliveryLog lasting) {
        this.lasting = lasting;
    }

    @Override
    public Entry entry(String dedupeKey, ChannelName channel) {
        Optional<Acceptance> kept = kept(new Key(dedupeKey, channel));
        if (kept.isEmpty()) {
            return lasting.entry(dedupeKey, channel);
        }
        remember(Map.of(dedupeKey, kept.get()), channel);
        return new Entry(kept, Optional.empty());
    }

    private synchronized Optional<Acceptance> kept(Key key) {
        return Optional.ofNullable(unstored.get(key));
    }

    /** Keeps them here first; throws {@link CourierUnavailableException} when that is all it could do. */
    @Override
    public void remember(Map<String, Acceptance> byDedupeKey, ChannelName channel) {
        keep(byDedupeKey, channel);
        lasting.remember(byDedupeKey, channel);
        drop(byDedupeKey.keySet(), channel);
    }

    private synchronized void keep(Map<String, Acceptance> byDedupeKey, ChannelName channel) {
        if (unstored.size() + byDedupeKey.size() <= LIMIT) {
            byDedupeKey.forEach((key, acceptance) -> unstored.put(new Key(key, channel), acceptance));
        }
    }

    private synchronized void drop(Collection<String> dedupeKeys, ChannelName channel) {
        new ArrayList<>(dedupeKeys).forEach(key -> unstored.remove(new Key(key, channel)));
    }

    @Override
    public boolean begin(Collection<String> dedupeKeys, ChannelName channel, Attempt attempt) {
        return lasting.begin(dedupeKeys, channel, attempt);
    }

    @Override
    public boolean refused(Collection<String> dedupeKeys, ChannelName channel, Attempt attempt) {
        return lasting.refused(dedupeKeys, channel, attempt);
    }

    @Override
    public void begun(ChannelName channel, List<String> subjects, JsonObject reference) {
        lasting.begun(channel, subjects, reference);
    }

    @Override
    public void joined(ChannelName channel, List<String> subjects, JsonObject reference) {
        lasting.joined(channel, subjects, reference);
    }

    @Override
    public void ended(ChannelName channel, List<String> subjects) {
        lasting.ended(channel, subjects);
    }

    @Override
    public List<JsonObject> threads(ChannelName channel, List<String> subjects) {
        return lasting.threads(channel, subjects);
    }
}
