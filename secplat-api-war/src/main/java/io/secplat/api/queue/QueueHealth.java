package io.secplat.api.queue;

import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.stream.Courier;
import io.secplat.stream.StreamInspector;
import io.secplat.stream.StreamInspector.GroupState;
import io.secplat.stream.StreamInspector.StreamState;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** How the streams stand. */
public final class QueueHealth {

    private final Courier courier;
    private final Supplier<Optional<Long>> unpublished;

    /** The count of unpublished outbox rows is empty while the database is away. */
    public QueueHealth(Courier courier, Supplier<Optional<Long>> unpublished) {
        this.courier = courier;
        this.unpublished = unpublished;
    }

    /** Whether streams are configured at all. */
    boolean configured() {
        return courier.configured();
    }

    /** What is told when they are not. */
    static JsonObject notConfigured() {
        return new JsonWriter()
                .put("status", "not_configured")
                .put("message", "REDIS_URL not set")
                .build();
    }

    /** Everything that the contract tells; throws {@link io.secplat.stream.CourierUnavailableException}. */
    JsonObject report() {
        StreamInspector inspector = courier.inspector();
        Map<StreamName, StreamState> streams = inspector.inspect();
        return new JsonWriter()
                .put("redis", "ok")
                .put("redis_version", inspector.serverVersion())
                .put("streams", lengths(streams, StreamName::wire, StreamState::length))
                .put("dlq_streams", lengths(streams, StreamName::deadLetters, StreamState::deadLetters))
                .put("pending", groups(streams, QueueHealth::pending))
                .put("lag", groups(streams, QueueHealth::lag))
                .put("outbox_unpublished", unpublished.get().orElse(null))
                .build();
    }

    private static JsonObject lengths(
            Map<StreamName, StreamState> streams,
            Function<StreamName, String> name,
            Function<StreamState, Long> length) {
        JsonWriter json = new JsonWriter();
        streams.forEach((stream, state) -> json.put(name.apply(stream), length.apply(state)));
        return json.build();
    }

    private static JsonObject groups(Map<StreamName, StreamState> streams, Function<StreamState, JsonObject> part) {
        JsonWriter json = new JsonWriter();
        streams.forEach((stream, state) -> json.put(stream.wire(), part.apply(state)));
        return json.build();
    }

    private static JsonObject pending(StreamState state) {
        JsonWriter json = new JsonWriter();
        state.groups().forEach((name, group) -> json.put(name, pending(group)));
        return json.build();
    }

    private static JsonObject pending(GroupState group) {
        return new JsonWriter()
                .put("pending", group.pending())
                .put("min_id", group.minId())
                .put("max_id", group.maxId())
                .put("oldest_idle_ms", group.oldestIdleMs())
                .build();
    }

    private static JsonObject lag(StreamState state) {
        JsonWriter json = new JsonWriter();
        state.groups().forEach((name, group) -> json.put(name, group.lag()));
        return json.build();
    }
}
