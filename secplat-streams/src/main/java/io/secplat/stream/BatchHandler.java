package io.secplat.stream;

import java.util.List;
import java.util.Map;

/** Works on the messages of one read together, where that saves round trips. */
@FunctionalInterface
public interface BatchHandler {

    /** The outcome of each message by its entry id; a message without one counts as {@link Outcome.Hold}. */
    Map<String, Outcome> handle(List<Message> messages) throws InterruptedException;

    /**
     * These were read, in the order of the stream, and are handled later, some of them perhaps at once by other threads: for who has to
     * know which came first. Called by the loop before any of them is handled, once more when they are read again. Neither
     * waits nor fails.
     */
    default void arrived(List<Message> messages) {}

    /** How many more messages may be read; while it is 0 nothing new is. Called by the loop before each read. */
    default int room() {
        return Integer.MAX_VALUE;
    }
}
