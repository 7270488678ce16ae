package io.secplat.api.live;

import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.OutboxRow;
import io.secplat.api.outbox.OutboxTarget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Carries what transactions decided into the feed. What happened long ago while the feed was away is old news: it is left
 * out, and readers are told to load everything anew instead.
 */
public final class LiveTarget implements OutboxTarget {

    private static final Duration OLD = Duration.ofMinutes(5);

    private final LiveFeed feed;
    private final Clock clock;

    public LiveTarget(LiveFeed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public String lane() {
        return "live";
    }

    @Override
    public Set<String> names() {
        return Set.of(OutboxEntry.LIVE);
    }

    @Override
    public Duration rest() {
        return LONG_REST;
    }

    @Override
    public void accept(List<OutboxRow> rows) {
        Instant recent = clock.instant().minus(OLD);
        List<LiveEvent> events = new ArrayList<>();
        if (!rows.stream().allMatch(row -> row.createdAt().isAfter(recent))) {
            events.add(LiveEvent.RESET);
        }
        rows.stream()
                .filter(row -> row.createdAt().isAfter(recent))
                .map(row -> new LiveEvent(row.entry().eventType(), row.entry().payload()))
                .forEach(events::add);
        feed.append(events);
    }
}
