package io.secplat.stream;

import java.util.List;

/** Works on one message. Handlers are idempotent: a message can come again after a crash. */
@FunctionalInterface
public interface MessageHandler {

    /** An exception that escapes counts as {@link Outcome.Retry} with the consumer's failure reason. */
    Outcome handle(Message message) throws InterruptedException;

    /** As {@link BatchHandler#arrived}. */
    default void arrived(List<Message> messages) {}

    /** As {@link BatchHandler#room}. */
    default int room() {
        return Integer.MAX_VALUE;
    }
}
