package io.secplat.bench.notice;

import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.EventPublisher.Outgoing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Publishes messages one after the other at a steady pace, as far as it may; one that Redis did not take is published again before the next. As a
 * publisher that may repeat itself it publishes some twice.
 */
final class Mailman extends Thread {

    /** One in so many is published twice. */
    private static final int REPEATED = 25;

    private static final Duration AGAIN = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** May be published before anything else happens. */
    private static final int FIRST = 5;

    private final Streams streams;
    private final List<Told> messages;
    private final Duration pace;
    private final Clock clock;
    private final CountDownLatch never = new CountDownLatch(1);
    private final Queue<Told> published = new ConcurrentLinkedQueue<>();
    private volatile int allowed = FIRST;

    Mailman(Streams streams, List<Told> messages, Duration pace, Clock clock) {
        super("mailman");
        setDaemon(true);
        this.streams = streams;
        this.messages = messages;
        this.pace = pace;
        this.clock = clock;
    }

    /** Messages up to that number may be published now. */
    void allow(int number) {
        allowed = Math.max(FIRST, number);
    }

    List<Told> published() {
        return List.copyOf(published);
    }

    @Override
    public void run() {
        try {
            long begin = System.nanoTime();
            for (Told told : messages) {
                while (told.number() > allowed) {
                    pause(LOOK.toNanos());
                }
                while (!publish(told)) {
                    pause(AGAIN.toNanos());
                }
                published.add(told);
                pause(begin + told.number() * pace.toNanos() - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean publish(Told told) {
        try {
            Outgoing outgoing = told.outgoing(clock.instant());
            streams.publish(told.number() % REPEATED == 0 ? List.of(outgoing, outgoing) : List.of(outgoing));
            return true;
        } catch (CourierUnavailableException e) {
            return false;
        }
    }

    private void pause(long nanos) throws InterruptedException {
        boolean unused = nanos > 0 && never.await(nanos, TimeUnit.NANOSECONDS);
    }
}
