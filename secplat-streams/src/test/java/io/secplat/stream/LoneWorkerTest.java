package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.WorkerContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class LoneWorkerTest extends ConsumerBench {

    private static final Duration TERM = Duration.ofMillis(300);

    private final AtomicReference<String> holder = new AtomicReference<>("");
    private final AtomicInteger working = new AtomicInteger();
    private final List<String> turns = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    private Baton baton(String name) {
        return new Baton() {
            @Override
            public boolean take() {
                if (away) {
                    throw new CourierUnavailableException(new IllegalStateException("away"));
                }
                return holder.get().equals(name) || holder.compareAndSet("", name);
            }

            @Override
            public boolean keep() {
                if (away) {
                    throw new CourierUnavailableException(new IllegalStateException("away"));
                }
                return holder.get().equals(name);
            }

            @Override
            public void giveBack() {
                boolean unused = holder.compareAndSet(name, "");
            }
        };
    }

    private RunningWorker start(String name) {
        Worker inner = new Worker() {
            @Override
            public Role role() {
                return Role.NOTIFIER;
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public void run(WorkerContext context) throws InterruptedException {
                working.incrementAndGet();
                while (!context.stopping()) {
                    boolean unused = context.pause(Duration.ofMillis(5));
                }
                working.decrementAndGet();
            }
        };
        return new RunningWorker(consumers.alone(inner, baton(name), TERM, () -> turns.add(name)));
    }

    @Test
    void one_works_and_another_goes_on_when_it_ends() {
        try (RunningWorker second = closed(start("one"))) {
            await().until(() -> turns.equals(List.of("one", "two")) && working.get() == 1);
        }
        assertThat(working).hasValue(0);
        assertThat(holder).hasValue("");
    }

    /** Ends the first while the second waits. */
    private RunningWorker closed(RunningWorker first) {
        await().until(() -> turns.equals(List.of("one")));
        RunningWorker second = start("two");
        await().during(TERM).until(() -> working.get() == 1);
        first.close();
        return second;
    }

    @Test
    void it_ends_when_the_baton_is_somebody_elses() {
        try (RunningWorker running = start("one")) {
            await().until(() -> working.get() == 1);
            holder.set("thief");
            await().until(() -> working.get() == 0);
            holder.set("");
            await().until(() -> turns.size() == 2 && working.get() == 1);
        }
    }

    @Test
    void it_begins_anew_when_the_baton_was_lost_though_nobody_has_it_now() {
        try (RunningWorker running = start("one")) {
            await().until(() -> working.get() == 1);
            holder.set("");
            await().until(() -> turns.size() == 2 && working.get() == 1);
        }
    }

    @Test
    void it_ends_before_the_term_does_when_nobody_can_be_asked() {
        try (RunningWorker running = start("one")) {
            await().until(() -> working.get() == 1);
            away = true;
            await().until(() -> working.get() == 0);
            away = false;
            await().until(() -> working.get() == 1);
        }
    }
}
