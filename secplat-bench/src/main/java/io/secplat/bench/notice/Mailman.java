package io.secplat.bench.notice;

import io.secplat.stream.CourierUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Publishes messages one after the other at a steady pace; one that Redis did not take is published again before the next. */
final class Mailman extends Thread {

    private static final Duration AGAIN = Duration.ofMillis(100);

    private final Streams streams;
    private final int messages;
    private final int assets;
    private final Duration pace;
    private final Clock clock;
    private final CountDownLatch never = new CountDownLatch(1);
    private final Queue<Told> published = new ConcurrentLinkedQueue<>();

    Mailman(Streams streams, int messages, int assets, Duration pace, Clock clock) {
        super("mailman");
        setDaemon(true);
        this.streams = streams;
        this.messages = messages;
        this.assets = assets;
        this.pace = pace;
        this.clock = clock;
    }

    List<Told> published() {
        return List.copyOf(published);
    }

    @Override
    public void run() {
        try {
            long begin = System.nanoTime();
            for (int number = 1; number <= messages; number++) {
                Told told = Told.of(number, assets);
                while (!publish(told)) {
                    pause(AGAIN.toNanos());
                }
                published.add(told);
                pause(begin + number * pace.toNanos() - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean publish(Told told) {
        try {
            streams.publish(List.of(told.outgoing(clock.instant())));
            return true;
        } catch (CourierUnavailableException e) {
            return false;
        }
    }

    private void pause(long nanos) throws InterruptedException {
        boolean unused = nanos > 0 && never.await(nanos, TimeUnit.NANOSECONDS);
    }
}
