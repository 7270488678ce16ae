package io.secplat.workers.ingestion;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.Courier;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.EventPublisher;
import io.secplat.stream.MessageStream;
import io.secplat.stream.StreamInspector;
import io.secplat.stream.StreamTrimmer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Remembers what was published; can be away. */
final class RecordingCourier implements Courier {

    final List<EventPublisher.Outgoing> published = new ArrayList<>();
    boolean away;

    @Override
    public EventPublisher publisher() {
        return new EventPublisher() {
            @Override
            public void publish(List<Outgoing> events) {
                if (away) {
                    throw new CourierUnavailableException(new IllegalStateException());
                }
                published.addAll(events);
            }

            @Override
            public void bury(StreamName stream, Map<String, String> deadLetter) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public MessageStream open(ConsumerGroup group, String consumer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StreamInspector inspector() {
        throw new UnsupportedOperationException();
    }

    @Override
    public StreamTrimmer trimmer() {
        throw new UnsupportedOperationException();
    }
}
