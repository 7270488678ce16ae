package io.secplat.stream;

/** Works on one message. Handlers are idempotent: a message can come again after a crash. */
@FunctionalInterface
public interface MessageHandler {

    /** An exception that escapes counts as {@link Outcome.Retry} with the consumer's failure reason. */
    Outcome handle(Message message) throws InterruptedException;
}
