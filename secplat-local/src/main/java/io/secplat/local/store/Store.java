package io.secplat.local.store;

import io.secplat.local.process.Running;
import java.time.Duration;

/** A running store on a loopback port; its data stay in its home and outlive it. */
public interface Store extends AutoCloseable {

    /** The process behind it. */
    Running running();

    default String name() {
        return running().program().name();
    }

    default int port() {
        return running().program().port();
    }

    default long pid() {
        return running().stamp().pid();
    }

    /** Whether it answers requests now. */
    default boolean isReady() {
        return running().isReady();
    }

    /** Waits until it answers; a StartFailedException with the end of its log when it died or took longer. */
    default void awaitReady(Duration limit) throws InterruptedException {
        running().awaitReady(limit);
    }

    /** SIGKILL, as a power cut would do. */
    default void kill() {
        running().kill();
    }

    /** A polite stop. */
    @Override
    default void close() {
        running().stop();
    }
}
