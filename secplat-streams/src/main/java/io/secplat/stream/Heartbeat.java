package io.secplat.stream;

import io.secplat.runtime.WorkerContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Keeps the entries that a consumer has in hand from being reclaimed, at least four times per claim idle, while its loop makes
 * progress. A loop that is stuck beyond the work limit loses its entries to others, and so does a handler with those that it
 * works on.
 */
final class Heartbeat implements Runnable {

    /** Also tells the supervisor that the loop is alive, and that must not wait for a long claim idle. */
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(30);

    private final MessageStream stream;
    private final Duration interval;
    private final Duration workLimit;
    private final Clock clock;
    private final WorkerContext context;
    private final Map<String, Stay> inHand = new ConcurrentHashMap<>();
    private final AtomicLong stays = new AtomicLong();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Instant deadline;

    /** How long an entry is kept; whoever began it knows the number, and has lost it when it has another. */
    private record Stay(long number, Instant until) {}

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

    /** The entry waits to be worked on. */
    void take(String id) {
        inHand.put(id, new Stay(stays.incrementAndGet(), Instant.MAX));
    }

    /** These are being worked on from now; the number of their stay. */
    long begin(Collection<Message> messages) {
        Stay stay = new Stay(stays.incrementAndGet(), clock.instant().plus(workLimit));
        messages.forEach(message -> inHand.put(message.id(), stay));
        return stay.number();
    }

    /**
     * Whether what became of the entry counts: not when it was taken anew meanwhile, nor after the end. If so it is kept until
     * it is dropped.
     */
    boolean end(String id, long number) {
        Stay stay = inHand.computeIfPresent(
                id, (same, now) -> now.number() == number ? new Stay(number, Instant.MAX) : now);
        return stay != null && stay.number() == number && stop.getCount() > 0;
    }

    void drop(String id) {
        inHand.remove(id);
    }

    boolean holds(String id) {
        Stay stay = inHand.get(id);
        return stay != null && !clock.instant().isAfter(stay.until());
    }

    /** The ids of all that it holds now. */
    Set<String> held() {
        return inHand.keySet().stream().filter(this::holds).collect(Collectors.toSet());
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
        Instant now = clock.instant();
        if (now.isAfter(deadline)) {
            return;
        }
        List<String> ids = inHand.entrySet().stream()
                .filter(entry -> !now.isAfter(entry.getValue().until()))
                .map(Map.Entry::getKey)
                .toList();
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
