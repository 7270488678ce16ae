package io.secplat.container;

import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.admin.Trail;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The one loop of an application, which sticks when told, and the clock of that application, which a test puts forward. */
@Alternative
@Priority(1)
@ApplicationScoped
public class StuckLoop {

    static final String NAME = "sticking";

    private final AtomicInteger turns = new AtomicInteger();
    private final CountDownLatch free = new CountDownLatch(1);
    private volatile boolean sticks;
    private volatile boolean stuck;
    private volatile Duration ahead = Duration.ZERO;

    @Produces
    Worker loop(Clock clock) {
        return new PeriodicWorker(Role.DERIVER, NAME, Duration.ofMillis(10), clock, this::turn);
    }

    @Produces
    Trail trail(Journal journal) {
        return Trail.of(journal);
    }

    @Produces
    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Clock.systemUTC().instant().plus(ahead);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    public int turns() {
        return turns.get();
    }

    /** Its next turn does not end. */
    public void stick() {
        sticks = true;
    }

    public boolean isStuck() {
        return stuck;
    }

    public void putForward(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Lets the turn end. */
    public void free() {
        sticks = false;
        free.countDown();
    }

    private void turn() throws InterruptedException {
        if (sticks) {
            stuck = true;
            free.await();
        }
        turns.incrementAndGet();
    }
}
