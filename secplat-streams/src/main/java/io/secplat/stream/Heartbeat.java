package io.secplat.stream;

import io.secplat.runtime.WorkerContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the entries that a consumer has in hand from being reclaimed, at least four times per claim idle, while its loop makes
 * progress. A loop that is stuck beyond the work limit loses its entries to others.
 */
final class Heartbeat implements Runnable {

    /** Also tells the supervisor that the loop is alive, and that must not wait for a long claim idle. */
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(30);

    private final MessageStream stream;
    private final Duration interval;
    private final Duration workLimit;
    private final Clock clock;
    private final WorkerContext context;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Instant deadline;

    Heartbeat(MessageStream stream, ConsumerSettings settings, Clock clock, WorkerContext context) {
        this.stream = stream;
        Duration quarter = settings.claimIdle().dividedBy(4);
        this.interval = quarter.compareTo(LONGEST_INTERVAL) < 0 ? quarter : LONGEST_INTERVAL;
        this.workLimit = settings.workLimit();
        this.clock = clock;
        this.context = context;
        this.deadline = clock.instant().plus(workLimit);
    }

    /** The loop is alive: it gets the whole work limit again. */
    void progress() {
        deadline = clock.instant().plus(workLimit);
        context.beat();
    }

    void take(Collection<Message> messages) {
        messages.forEach(message -> inHand.add(message.id()));
    }

    void drop(String id) {
        inHand.remove(id);
    }

    boolean holds(String id) {
        return inHand.contains(id);
    }

    void stop() {
        stop.countDown();
    }

    @Override
    public void run() {
        try {
            while (!stop.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
                beat();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        if (clock.instant().isAfter(deadline)) {
            return;
        }
        List<String> ids = List.copyOf(inHand);
        context.beat();
        if (!ids.isEmpty()) {
            try {
                stream.refresh(ids);
            } catch (RuntimeException e) {
                // Whatever it was, the next beat tries again; at worst the entries come once more.
                context.beat();
            }
        }
    }
}
