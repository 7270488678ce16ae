package io.secplat.workers.notify.pipeline.deliver;

import io.secplat.stream.CourierUnavailableException;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.pipeline.Acceptance;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers in memory; can be away, and can belong to another notifier. */
public final class InMemoryDeliveryLog implements DeliveryLog {

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> threads = new ConcurrentHashMap<>();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean away;
    private volatile boolean foreign;
    private volatile Runnable begun = () -> {};

    public void away(boolean value) {
        away = value;
    }

    /** Happens after an attempt was noted and before anybody hears of that. */
    public void onBegin(Runnable what) {
        begun = what;
    }

    public void foreign(boolean value) {
        foreign = value;
    }

    /** How often somebody asked for an entry. */
    public int looks() {
        return looks.get();
    }

    @Override
    public Entry entry(String dedupeKey, ChannelName channel) {
        check();
        looks.incrementAndGet();
        return entries.getOrDefault(channel + dedupeKey, new Entry(Optional.empty(), Optional.empty()));
    }

    @Override
    public boolean begin(Collection<String> dedupeKeys, ChannelName channel, Attempt attempt) {
        check();
        if (!foreign) {
            dedupeKeys.stream()
                    .filter(key -> entry(key, channel).acceptance().isEmpty())
                    .forEach(key -> entries.put(channel + key, new Entry(Optional.empty(), Optional.of(attempt))));
        }
        begun.run();
        return !foreign;
    }

    @Override
    public boolean refused(Collection<String> dedupeKeys, ChannelName channel, Attempt attempt) {
        check();
        Entry open = new Entry(Optional.empty(), Optional.of(attempt));
        return dedupeKeys.stream()
                        .filter(key -> entries.remove(channel + key, open))
                        .count()
                == dedupeKeys.size();
    }

    @Override
    public void remember(Map<String, Acceptance> byDedupeKey, ChannelName channel) {
        check();
        byDedupeKey.forEach(
                (key, acceptance) -> entries.put(channel + key, new Entry(Optional.of(acceptance), Optional.empty())));
    }

    @Override
    public void begun(ChannelName channel, List<String> subjects, JsonObject reference) {
        check();
        subjects.forEach(subject -> threads.put(channel + subject, reference));
    }

    @Override
    public void joined(ChannelName channel, List<String> subjects, JsonObject reference) {
        check();
        subjects.forEach(subject ->
                threads.merge(channel + subject, reference, (old, fresh) -> old.equals(MUTED) ? fresh : old));
    }

    @Override
    public void ended(ChannelName channel, List<String> subjects) {
        check();
        subjects.forEach(subject -> threads.remove(channel + subject));
    }

    @Override
    public List<JsonObject> threads(ChannelName channel, List<String> subjects) {
        check();
        return subjects.stream()
                .flatMap(subject -> Optional.ofNullable(threads.get(channel + subject)).stream())
                .toList();
    }

    private void check() {
        if (away) {
            throw new CourierUnavailableException(new IllegalStateException("away"));
        }
    }
}
