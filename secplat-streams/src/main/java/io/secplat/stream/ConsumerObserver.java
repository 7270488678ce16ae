package io.secplat.stream;

import io.secplat.contracts.event.ConsumerGroup;
import java.time.Duration;

/**
 * Hears what becomes of the messages of a group. Called on the threads that do the work, several at once; it returns at once
 * and throws nothing.
 */
public interface ConsumerObserver {

    /** Hears nothing. */
    ConsumerObserver NONE = new ConsumerObserver() {};

    /** A handler has returned, or failed, after working on so many messages for so long. */
    default void handled(ConsumerGroup group, int messages, Duration took) {}

    /** A copy with one more attempt is stored. */
    default void retried(ConsumerGroup group) {}

    /** A dead letter with this reason code is stored. */
    default void buried(ConsumerGroup group, String reason) {}

    /** So many entries that another consumer left pending were taken over. */
    default void reclaimed(ConsumerGroup group, int entries) {}

    /** So many messages stay pending because something that their handler needs is away. */
    default void held(ConsumerGroup group, int messages) {}
}
