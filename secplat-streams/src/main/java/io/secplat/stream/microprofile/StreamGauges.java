package io.secplat.stream.microprofile;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.StreamInspector.GroupState;
import io.secplat.stream.StreamInspector.StreamState;
import io.secplat.stream.StreamWatch;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * How the streams and the groups that SecPlat knows stand, from the last look at them; a scrape asks Redis nothing. Without a
 * look that still counts each figure is {@value #UNKNOWN}. Groups that others made show nowhere, so the figures stay few.
 */
public final class StreamGauges {

    static final long UNKNOWN = -1;

    private static final Metadata LENGTH = Figures.described("stream_length", "Messages in a stream; -1 is unknown");
    private static final Metadata DEAD_LETTERS =
            Figures.described("stream_dlq_length", "Dead letters of a stream; -1 is unknown");
    private static final Metadata LAG =
            Figures.described("stream_lag", "Messages that a group has not read yet; -1 is unknown");
    private static final Metadata PENDING =
            Figures.described("stream_pending", "Messages that a group has read and not settled; -1 is unknown");
    /** The unit is in the name already, and Liberty would write it there once more. */
    private static final Metadata OLDEST_IDLE = Figures.described(
            "stream_oldest_idle_ms",
            "Milliseconds since the oldest message that a group has not settled was handed out last; -1 is unknown");

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
            registry.gauge(LENGTH, () -> figure(stream, StreamState::length), tag);
            registry.gauge(DEAD_LETTERS, () -> figure(stream, StreamState::deadLetters), tag);
        }
        for (ConsumerGroup group : ConsumerGroup.values()) {
            gauge(LAG, group, GroupState::lag);
            gauge(PENDING, group, GroupState::pending);
            gauge(OLDEST_IDLE, group, StreamGauges::oldestIdle);
        }
    }

    private void gauge(Metadata what, ConsumerGroup group, ToLongFunction<GroupState> figure) {
        Tag stream = new Tag("stream", group.stream().wire());
        Tag reader = new Tag("group", group.wire());
        registry.gauge(
                what,
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
