package io.secplat.workers.posture;

import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.PostureChanged;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.AssetKey;
import io.secplat.runtime.IdSource;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.EventPublisher;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells of changes after they are written. What could not be told is kept, at most one notice per asset, and told first the next
 * time. A process that dies in between takes its notices with it; the API compares statuses with alerts by itself every 30
 * seconds, so such an alert is late, not lost.
 */
final class ChangeNotices {

    private final EventPublisher publisher;
    private final Clock clock;
    private final IdSource ids;
    private final Map<AssetKey, PostureChanged> untold = new LinkedHashMap<>();

    ChangeNotices(EventPublisher publisher, Clock clock, IdSource ids) {
        this.publisher = publisher;
        this.clock = clock;
        this.ids = ids;
    }

    synchronized void add(PostureChanged change) {
        untold.merge(change.asset(), change, ChangeNotices::joined);
    }

    /** Publishes everything that is untold; throws {@link CourierUnavailableException}, and then it stays untold. */
    synchronized void tell() {
        if (untold.isEmpty()) {
            return;
        }
        List<EventPublisher.Outgoing> outgoing =
                untold.values().stream().map(this::outgoing).toList();
        publisher.publish(outgoing);
        untold.clear();
    }

    private EventPublisher.Outgoing outgoing(PostureChanged change) {
        String id = ids.next().toString();
        String requestId = ids.next().toString();
        return new EventPublisher.Outgoing(StreamName.CORRELATION, Envelope.of(id, change, clock.instant(), requestId));
    }

    private static PostureChanged joined(PostureChanged first, PostureChanged then) {
        return new PostureChanged(
                then.asset(),
                first.from(),
                then.to(),
                then.postureScore(),
                then.postureState(),
                then.changedAt(),
                then.flapping());
    }
}
