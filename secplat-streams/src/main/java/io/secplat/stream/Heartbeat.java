package io.secplat.stream;

import io.secplat.runtime.WorkerContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
 * Keeps the entries that a consumer has in hand from being reclaimed while its loop makes progress. One round goes through all of them and
 * takes a quarter of the claim idle, however many there are: they are refreshed some at a time, evenly over it, since nobody else is answered
 * meanwhile. So an entry is refreshed half a claim idle after it was taken at the latest. A loop that is stuck beyond the work limit loses its
 * entries to others, and so does a handler with those that it works on.
 */
final class Heartbeat implements Runnable {

    /** Also tells the supervisor that the loop is alive, and that must not wait for a long claim idle. */
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(30);

    /** How many are refreshed with one command. Redis takes about 8 microseconds for each, with what it writes to its append-only file. */
    static final int AT_ONCE = 100;

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
            boolean goesOn = pause(1);
            while (goesOn) {
                List<List<String>> round = round();
                for (int part = 0; part < round.size() && goesOn; part++) {
                    beat(round.get(part));
                    goesOn = pause(round.size());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** That part of the interval; false at the end. */
    private boolean pause(int parts) throws InterruptedException {
        return !stop.await(interval.toNanos() / parts, TimeUnit.NANOSECONDS);
    }

    /** All that it holds now, some at a time; one empty part when that is nothing. */
    private List<List<String>> round() {
        List<String> ids = List.copyOf(held());
        List<List<String>> parts = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(from + AT_ONCE, ids.size());
            parts.add(ids.subList(from, to));
            from = to;
        } while (from < ids.size());
        return parts;
    }

    private void beat(List<String> part) {
        if (clock.instant().isAfter(deadline)) {
            return;
        }
        context.beat();
        List<String> ids = part.stream().filter(this::holds).toList();
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
