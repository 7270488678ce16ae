package io.secplat.stream;

import java.util.List;
import java.util.Map;

/** Works on the messages of one read together, where that saves round trips. */
@FunctionalInterface
public interface BatchHandler {

    /** The outcome of each message by its entry id; a message without one counts as {@link Outcome.Hold}. */
    Map<String, Outcome> handle(List<Message> messages) throws InterruptedException;
}
