package io.secplat.stream.microprofile;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.StreamInspector.GroupState;
import io.secplat.stream.StreamInspector.StreamState;
import io.secplat.stream.StreamWatch;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * How the streams and the groups that SecPlat knows stand, from the last look at them; a scrape asks Redis nothing. Without a
 * look that still counts each figure is {@value #UNKNOWN}. Groups that others made show nowhere, so the figures stay few.
 */
public final class StreamGauges {

    static final long UNKNOWN = -1;

    private final MetricRegistry registry;
    private final StreamWatch watch;

    public StreamGauges(MetricRegistry registry, StreamWatch watch) {
        this.registry = registry;
        this.watch = watch;
    }

    /** Registers them all; once per process. */
    public void register() {
        for (StreamName stream : StreamName.values()) {
            Tag tag = new Tag("stream", stream.wire());
            registry.gauge("stream_length", () -> figure(stream, StreamState::length), tag);
            registry.gauge("stream_dlq_length", () -> figure(stream, StreamState::deadLetters), tag);
        }
        for (ConsumerGroup group : ConsumerGroup.values()) {
            gauge("stream_lag", group, GroupState::lag);
            gauge("stream_pending", group, GroupState::pending);
            gauge("stream_oldest_idle_ms", group, StreamGauges::oldestIdle);
        }
    }

    private void gauge(String name, ConsumerGroup group, ToLongFunction<GroupState> figure) {
        Tag stream = new Tag("stream", group.stream().wire());
        Tag reader = new Tag("group", group.wire());
        registry.gauge(
                name,
                () -> figure(group.stream(), state -> figure.applyAsLong(standing(group, state))),
                stream,
                reader);
    }

    /** A group that does not exist yet has everything before it, since groups begin at the beginning. */
    private static GroupState standing(ConsumerGroup group, StreamState state) {
        return Optional.ofNullable(state.groups().get(group.wire()))
                .orElseGet(() -> new GroupState(0, null, null, null, state.length()));
    }

    private static long oldestIdle(GroupState group) {
        Long idle = group.oldestIdleMs();
        return idle == null ? 0 : idle;
    }

    private long figure(StreamName stream, ToLongFunction<StreamState> figure) {
        return watch.state(stream).map(figure::applyAsLong).orElse(UNKNOWN);
    }
}
