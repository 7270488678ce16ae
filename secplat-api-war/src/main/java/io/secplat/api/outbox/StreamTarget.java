package io.secplat.api.outbox;

import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.EventPublisher;
import io.secplat.stream.EventPublisher.Outgoing;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The streams, all in one lane since one transport carries them. */
public final class StreamTarget implements OutboxTarget {

    private static final Set<String> STREAMS =
            Arrays.stream(StreamName.values()).map(StreamName::wire).collect(Collectors.toUnmodifiableSet());

    private final EventPublisher publisher;
    private final CourierWatch watch;

    public StreamTarget(EventPublisher publisher, CourierWatch watch) {
        this.publisher = publisher;
        this.watch = watch;
    }

    @Override
    public String lane() {
        return "streams";
    }

    @Override
    public Set<String> names() {
        return STREAMS;
    }

    @Override
    public void inspect() {
        watch.check();
    }

    @Override
    public void accept(List<OutboxRow> rows) {
        publisher.publish(rows.stream().map(StreamTarget::outgoing).toList());
        watch.published(rows.get(rows.size() - 1).id());
    }

    private static Outgoing outgoing(OutboxRow row) {
        OutboxEntry entry = row.entry();
        Envelope envelope = new Envelope(
                entry.eventId().toString(),
                entry.eventType(),
                row.createdAt(),
                Envelope.DEFAULT_ORG,
                entry.requestId(),
                entry.payload());
        return new Outgoing(StreamName.of(entry.target()).orElseThrow(), envelope);
    }
}
