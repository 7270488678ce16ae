package io.secplat.api.live;

import io.secplat.stream.CourierUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A feed that can be away, and come back empty. */
final class FailingFeed implements LiveFeed {

    private LiveFeed feed;
    private boolean away;

    FailingFeed(LiveFeed feed) {
        this.feed = feed;
    }

    void goAway() {
        away = true;
    }

    void loseEverything(LiveFeed fresh) {
        feed = fresh;
        away = false;
    }

    @Override
    public void append(List<LiveEvent> events) {
        reached().append(events);
    }

    @Override
    public Position end() {
        return reached().end();
    }

    @Override
    public List<Entry> after(Position position, int max, Duration wait) {
        return reached().after(position, max, wait);
    }

    @Override
    public Optional<List<Entry>> since(Position position, int max) {
        return reached().since(position, max);
    }

    private LiveFeed reached() {
        if (away) {
            throw new CourierUnavailableException(new IllegalStateException("away"));
        }
        return feed;
    }
}
