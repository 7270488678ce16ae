package io.secplat.api.live;

import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.WorkerContext;
import io.secplat.stream.CourierUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the feed for the readers of this server, and keeps their connections warm. */
public final class LiveWorker implements Worker {

    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final int BATCH = 500;
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final LiveHub hub;
    private final LiveFeed feed;
    private final Clock clock;
    private Instant nextBeat = Instant.MIN;

    public LiveWorker(LiveHub hub, LiveFeed feed, Clock clock) {
        this.hub = hub;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public Role role() {
        return Role.API;
    }

    @Override
    public String name() {
        return "live-feed";
    }

    @Override
    public void run(WorkerContext context) throws InterruptedException {
        try {
            while (context.goOn()) {
                context.beat();
                if (!turn(WAIT)) {
                    context.pause(WAIT);
                }
            }
        } finally {
            hub.close();
        }
    }

    /** One look at the feed, waiting at most that long; false while it is away. */
    boolean turn(Duration wait) {
        boolean reached = true;
        try {
            read(wait);
        } catch (CourierUnavailableException e) {
            reached = false;
        }
        beatWhenDue();
        return reached;
    }

    /** A feed that does not hold the place where it was read last has lost events, and begins anew. */
    private void read(Duration wait) {
        Optional<Position> place = hub.told();
        Optional<List<LiveFeed.Entry>> next = place.flatMap(last -> feed.since(last, BATCH));
        if (next.isEmpty()) {
            hub.start(feed.end());
        } else {
            hub.tell(next.get().isEmpty() ? feed.after(place.orElseThrow(), BATCH, wait) : next.get());
        }
    }

    private void beatWhenDue() {
        Instant now = clock.instant();
        if (!now.isBefore(nextBeat)) {
            hub.beat();
            nextBeat = now.plus(HEARTBEAT);
        }
    }
}
