package io.secplat.api.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The feed of a server that has no Redis, and so no other server to share it with. */
public final class LocalLiveFeed implements LiveFeed {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Deque<Entry> kept = new ArrayDeque<>();
    private final long epoch;
    private long count;

    /** @param epoch sets this feed's places apart from those of an earlier one, for example the time of the start in milliseconds */
    public LocalLiveFeed(long epoch) {
        this.epoch = epoch;
        add(LiveEvent.BEGIN);
    }

    @Override
    public void append(List<LiveEvent> events) {
        lock.lock();
        try {
            events.forEach(this::add);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Position end() {
        lock.lock();
        try {
            return kept.getLast().position();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Entry> after(Position position, int max, Duration wait) {
        long left = wait.toNanos();
        lock.lock();
        try {
            while (left > 0 && kept.getLast().position().compareTo(position) <= 0) {
                left = grown.awaitNanos(left);
            }
            return beyond(position, max);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<List<Entry>> since(Position position, int max) {
        lock.lock();
        try {
            boolean held = kept.stream().anyMatch(entry -> entry.position().equals(position));
            return held ? Optional.of(beyond(position, max)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private List<Entry> beyond(Position position, int max) {
        return kept.stream()
                .filter(entry -> entry.position().compareTo(position) > 0)
                .limit(max)
                .toList();
    }

    private void add(LiveEvent event) {
        kept.addLast(new Entry(new Position(epoch, count++), event));
        if (kept.size() > KEPT) {
            Entry unused = kept.removeFirst();
        }
    }
}
