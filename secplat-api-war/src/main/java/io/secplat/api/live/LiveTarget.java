package io.secplat.api.live;

import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.OutboxRow;
import io.secplat.api.outbox.OutboxTarget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Carries what transactions decided into the feed; what happened long ago while the feed was away is old news and left out. */
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
    public void accept(List<OutboxRow> rows) {
        Instant recent = clock.instant().minus(OLD);
        List<LiveEvent> events = rows.stream()
                .filter(row -> row.createdAt().isAfter(recent))
                .map(row -> new LiveEvent(row.entry().eventType(), row.entry().payload()))
                .toList();
        if (!events.isEmpty()) {
            feed.append(events);
        }
    }
}
