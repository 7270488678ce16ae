package io.secplat.runtime;

/** A loop that a server runs for one of its roles. Features provide workers as CDI beans; the runtime starts them. */
public interface Worker {

    /** The role that this loop belongs to. */
    Role role();

    /** A stable name for logs and health, for example {@code outbox-relay}. */
    String name();

    /**
     * Works until {@link WorkerContext#stopping()}. An exception that escapes is logged and the worker is started again
     * after a pause, so a worker keeps no state that it could not read again.
     */
    void run(WorkerContext context) throws InterruptedException;
}
