package io.secplat.stream;

import io.secplat.runtime.Dial;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.WorkerContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Runs a worker in one process at a time: the one that has the baton. The others look again and again, so that one of them goes on
 * within a term when the baton is no longer renewed, and at once when it was given back.
 */
public final class LoneWorker implements Worker {

    private static final Duration LOOK = Duration.ofMillis(300);

    private final Worker worker;
    private final Baton baton;
    private final Duration term;
    private final Runnable begin;
    private final ThreadFactory threads;
    private final Journal journal;

    /**
     * @param term how long the baton is lent; it is renewed three times in a term, and the worker is told to end when two thirds
     *     have passed without
     * @param begin what is done before the worker runs, each time
     */
    public LoneWorker(
            Worker worker, Baton baton, Duration term, Runnable begin, ThreadFactory threads, Journal journal) {
        this.worker = worker;
        this.baton = baton;
        this.term = term;
        this.begin = begin;
        this.threads = threads;
        this.journal = journal;
    }

    @Override
    public Role role() {
        return worker.role();
    }

    @Override
    public String name() {
        return worker.name();
    }

    @Override
    public boolean mindsPause() {
        return worker.mindsPause();
    }

    @Override
    public Optional<Dial> concurrency() {
        return worker.concurrency();
    }

    @Override
    public Map<String, Long> counters() {
        return worker.counters();
    }

    /** One that is paused keeps the baton that it has, and takes none. */
    @Override
    public void run(WorkerContext context) throws InterruptedException {
        while (!context.stopping()) {
            context.beat();
            if (!context.paused() && taken()) {
                serve(context);
            } else {
                boolean unused = context.pause(LOOK);
            }
        }
    }

    private boolean taken() {
        try {
            return baton.take();
        } catch (CourierUnavailableException e) {
            return false;
        }
    }

    private void serve(WorkerContext context) throws InterruptedException {
        journal.info("worker.turn", "begun", Map.of("worker", name()));
        Turn turn = new Turn(context);
        threads.newThread(turn).start();
        try {
            begin.run();
            worker.run(turn);
        } catch (CourierUnavailableException e) {
            boolean unused = context.pause(LOOK);
        } finally {
            turn.end();
            journal.info("worker.turn", "ended", Map.of("worker", name()));
        }
    }

    /** What the worker sees: it is to stop as well when the baton was not renewed in time. */
    private final class Turn implements WorkerContext, Runnable {

        private final WorkerContext outer;
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile long renewed = System.nanoTime();
        private volatile boolean lost;

        Turn(WorkerContext outer) {
            this.outer = outer;
        }

        @Override
        public boolean stopping() {
            return outer.stopping() || lost || System.nanoTime() - renewed > term.toNanos() * 2 / 3;
        }

        @Override
        public boolean paused() {
            return outer.paused();
        }

        @Override
        public boolean goOn() throws InterruptedException {
            return outer.goOn() && !stopping();
        }

        @Override
        public void beat() {
            outer.beat();
        }

        @Override
        public boolean pause(Duration duration) throws InterruptedException {
            return outer.pause(duration) && !stopping();
        }

        @Override
        public void run() {
            try {
                while (!over.await(term.toNanos() / 3, TimeUnit.NANOSECONDS)) {
                    renew();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Counts from before the call: the baton's own time began when the call arrived. */
        private synchronized void renew() {
            if (over.getCount() == 0) {
                return;
            }
            long asked = System.nanoTime();
            try {
                if (baton.keep()) {
                    renewed = asked;
                } else {
                    lost = true;
                }
            } catch (CourierUnavailableException e) {
                // The next call may go well; the time runs out otherwise.
                outer.beat();
            }
        }

        private synchronized void end() {
            over.countDown();
            try {
                baton.giveBack();
            } catch (CourierUnavailableException e) {
                // It expires by itself.
                outer.beat();
            }
        }
    }
}
