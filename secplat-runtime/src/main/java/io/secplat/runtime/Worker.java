package io.secplat.runtime;

import java.util.Map;
import java.util.Optional;

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

    /**
     * Whether the loop looks at {@link WorkerContext#paused()} by itself and goes on with what it has. Others are held by the
     * context between two turns.
     */
    default boolean mindsPause() {
        return false;
    }

    /** How much it does at the same time; empty when that cannot be changed while it runs. */
    default Optional<Dial> concurrency() {
        return Optional.empty();
    }

    /** What it has counted since the server started, by name, in the order to show. */
    default Map<String, Long> counters() {
        return Map.of();
    }
}
