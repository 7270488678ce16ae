package io.secplat.stream;

import io.secplat.contracts.event.ConsumerGroup;

/** The way to the streams. */
public interface Courier {

    EventPublisher publisher();

    /** Opens the group's stream for a consumer whose name is unique per process. */
    MessageStream open(ConsumerGroup group, String consumer);

    StreamInspector inspector();
}
