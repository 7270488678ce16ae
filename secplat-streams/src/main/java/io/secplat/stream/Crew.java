package io.secplat.stream;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/** Who works for a consumer: the thread of its loop alone, or several threads. The loop alone gives out work. */
interface Crew {

    /** One piece of work. */
    @FunctionalInterface
    interface Job {
        void run() throws InterruptedException;
    }

    /** The loop itself when one is enough, so that messages are worked on in their order. */
    static Crew of(int size, ThreadFactory threads) {
        return size == 1 ? new SoloCrew() : new PoolCrew(size, threads);
    }

    /** How many more jobs can be begun now. */
    int room();

    /** So many from now on; who is at work beyond that ends first. The loop alone stays alone. */
    void resize(int size);

    /** Whether nobody works. */
    boolean isIdle();

    /** Begins a job, for which there must be room. */
    void begin(Job job) throws InterruptedException;

    /** Waits until there is room, at most that long. */
    void awaitRoom(Duration patience) throws InterruptedException;

    /** Throws what ended a job that should have ended by itself. */
    void check() throws InterruptedException;

    /** Waits until every job has ended, however long it takes; nothing is begun any more. */
    void drain() throws InterruptedException;

    /** Interrupts what is still at work and does not wait for it. */
    void dismiss();
}
