package io.secplat.stream;

import io.secplat.contracts.event.ConsumerGroup;

/** The way to the streams. */
public interface Courier {

    /** False when this installation has no streams; then everything here throws {@link CourierUnavailableException}. */
    default boolean configured() {
        return true;
    }

    EventPublisher publisher();

    /** Opens the group's stream for a consumer whose name is unique per process; asks the transport nothing yet. */
    MessageStream open(ConsumerGroup group, String consumer);

    StreamInspector inspector();

    StreamTrimmer trimmer();

    DeadLetterBox deadLetters();
}
