package io.secplat.workers.notify.pipeline.order;

import io.secplat.stream.Message;
import io.secplat.workers.notify.channel.ChannelName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Laggards in memory. */
public final class InMemoryLaggards implements Laggards {

    private final Map<String, Laggard> all = new ConcurrentHashMap<>();

    @Override
    public List<Laggard> all(Instant now) {
        return all.values().stream()
                .filter(laggard -> laggard.at().plus(MEMORY).isAfter(now))
                .sorted(Comparator.comparing(Laggard::entryId, Message.ID_ORDER))
                .toList();
    }

    @Override
    public void keep(List<Laggard> laggards) {
        laggards.forEach(laggard -> all.put(laggard.channel() + laggard.eventId(), laggard));
    }

    @Override
    public void forget(ChannelName channel, String eventId) {
        all.remove(channel + eventId);
    }
}
