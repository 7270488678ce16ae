package io.secplat.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Runs a task at a fixed rate: the next turn is due one interval after the last was due, never twice at once. */
public final class PeriodicWorker implements Worker {

    private final Role role;
    private final String name;
    private final Duration interval;
    private final Clock clock;
    private final Task task;
    private final AtomicLong turns = new AtomicLong();

    /** What is done at each turn. */
    @FunctionalInterface
    public interface Task {
        void run() throws InterruptedException;
    }

    public PeriodicWorker(Role role, String name, Duration interval, Clock clock, Task task) {
        this.role = role;
        this.name = name;
        this.interval = interval;
        this.clock = clock;
        this.task = task;
    }

    @Override
    public Role role() {
        return role;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(WorkerContext context) throws InterruptedException {
        Instant due = clock.instant();
        do {
            context.beat();
            task.run();
            turns.incrementAndGet();
            due = later(due.plus(interval), clock.instant());
        } while (context.pause(Duration.between(clock.instant(), due)));
    }

    @Override
    public Map<String, Long> counters() {
        return Map.of("turns", turns.get());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
