package io.secplat.api.outbox;

import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.EventPublisher;
import io.secplat.stream.EventPublisher.Outgoing;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The streams, all in one lane since one transport carries them. */
public final class StreamTarget implements OutboxTarget {

    static final Set<String> STREAMS = Arrays.stream(StreamName.values())
            .flatMap(stream -> Stream.of(stream.wire(), stream.deadLetters()))
            .collect(Collectors.toUnmodifiableSet());

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
        publisher.publish(rows.stream()
                .filter(row -> stream(row).isPresent())
                .map(StreamTarget::outgoing)
                .toList());
        rows.stream().filter(row -> stream(row).isEmpty()).forEach(this::bury);
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
                entry.payload(),
                entry.trace());
        return new Outgoing(stream(row).orElseThrow(), envelope);
    }

    /** The payload of such a row is the dead letter's fields. */
    private void bury(OutboxRow row) {
        JsonObject payload = row.entry().payload();
        Map<String, String> fields = new LinkedHashMap<>();
        payload.keySet().forEach(name -> fields.put(name, payload.getString(name)));
        Arrays.stream(StreamName.values())
                .filter(stream -> stream.deadLetters().equals(row.entry().target()))
                .forEach(stream -> publisher.bury(stream, fields));
    }

    private static Optional<StreamName> stream(OutboxRow row) {
        return StreamName.of(row.entry().target());
    }
}
