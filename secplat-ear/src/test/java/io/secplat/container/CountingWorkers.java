package io.secplat.container;

import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.admin.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** One worker of the role under test, which counts its turns, and one of another role, which must not run. */
@ApplicationScoped
public class CountingWorkers {

    private final AtomicInteger turns = new AtomicInteger();
    private volatile boolean sawNames;
    private volatile String threadName = "";

    @Produces
    Worker mine(Clock clock) {
        return new PeriodicWorker(Role.DERIVER, "counting", Duration.ofMillis(10), clock, this::turn);
    }

    @Produces
    Worker foreign(Clock clock) {
        return new PeriodicWorker(Role.NOTIFIER, "foreign", Duration.ofMillis(10), clock, this::turn);
    }

    @Produces
    Trail trail(Journal journal) {
        return Trail.of(journal);
    }

    public int turns() {
        return turns.get();
    }

    /** Whether the loop's thread carries the application's naming context, which only managed threads do. */
    public boolean threadSawApplicationNames() {
        return sawNames;
    }

    /** The name of the thread that the loop runs on. */
    public String threadName() {
        return threadName;
    }

    private void turn() {
        threadName = Thread.currentThread().getName();
        try {
            sawNames = new InitialContext().lookup("java:app/AppName") != null;
        } catch (NamingException e) {
            sawNames = false;
        }
        turns.incrementAndGet();
    }
}
