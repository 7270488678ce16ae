package io.secplat.stream;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import java.time.Duration;

/** Makes the consumers of this process. */
public final class StreamConsumers {

    private final Courier courier;
    private final StreamConsumer.Surroundings surroundings;

    public StreamConsumers(Courier courier, StreamConsumer.Surroundings surroundings) {
        this.courier = courier;
        this.surroundings = surroundings;
    }

    /**
     * A worker whose handler gets one message, or as many as the settings say, each on a thread of its own.
     *
     * @param consumer unique per process and group, see {@link ConsumerName}
     */
    public Worker each(
            Role role, ConsumerGroup group, String consumer, ConsumerSettings settings, MessageHandler handler) {
        MessageStream stream = courier.open(group, consumer);
        return new StreamWorker(
                role, group.wire(), StreamConsumer.each(group, stream, settings, surroundings, handler));
    }

    /** A worker that handles what one read brings together. */
    public Worker inBatches(
            Role role, ConsumerGroup group, String consumer, ConsumerSettings settings, BatchHandler handler) {
        MessageStream stream = courier.open(group, consumer);
        return new StreamWorker(
                role, group.wire(), StreamConsumer.inBatches(group, stream, settings, surroundings, handler));
    }

    /**
     * The worker, in one process at a time.
     *
     * @param term how long the baton is lent
     * @param begin what is done before the worker runs, each time
     */
    public Worker alone(Worker worker, Baton baton, Duration term, Runnable begin) {
        return new LoneWorker(worker, baton, term, begin, surroundings.threads(), surroundings.journal());
    }
}
