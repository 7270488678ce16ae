package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.WorkerContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What operators do to a consumer while it works. */
@SuppressWarnings("try")
@Timeout(60)
class OperatedConsumerTest extends ConsumerBench {

    private final AtomicInteger working = new AtomicInteger();
    private final Semaphore finish = new Semaphore(0);

    private Outcome work(Message message) throws InterruptedException {
        working.incrementAndGet();
        finish.acquire();
        working.decrementAndGet();
        return Outcome.DONE;
    }

    @Test
    void a_paused_consumer_finishes_what_it_works_on_and_reads_nothing_new() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (RunningWorker running = run(settings.withConcurrency(2), message -> {
            working.incrementAndGet();
            go.await();
            return Outcome.DONE;
        })) {
            add("a");
            await().until(() -> working.get() == 1);
            running.hold(true);
            go.countDown();
            await().until(() -> courier.state(GROUP).pending() == 0);
            // A read that waited when the pause began may bring what came in meanwhile.
            await().during(settings.block().plusMillis(50)).until(() -> working.get() == 1);
            add("b");
            await().during(200, TimeUnit.MILLISECONDS).until(() -> working.get() == 1);

            running.hold(false);
            await().until(() -> working.get() == 2);
            awaitSettled();
        }
        assertThat(seenKeys()).containsExactly("a", "b");
    }

    @Test
    void hands_are_added_and_taken_away_while_others_work() throws Exception {
        Worker worker = consumers.each(Role.DERIVER, GROUP, "one", settings.withConcurrency(2), this::work);
        for (int n = 0; n < 12; n++) {
            add("k" + n);
        }
        try (RunningWorker running = new RunningWorker(worker)) {
            await().until(() -> working.get() == 2);
            worker.concurrency().orElseThrow().set(5);
            await().until(() -> working.get() == 5);

            worker.concurrency().orElseThrow().set(1);
            finish.release(4);
            await().until(() -> working.get() == 1);
            await().during(200, TimeUnit.MILLISECONDS).until(() -> working.get() == 1);
            assertThat(running.isAlive()).isTrue();
            worker.concurrency().orElseThrow().set(3);
            await().until(() -> working.get() == 3);
            finish.release(12);
            await().until(() ->
                    courier.state(GROUP).pending() == 0 && courier.state(GROUP).lag() == 0);
        }
        assertThat(worker.counters()).containsEntry("handled", 12L).containsEntry("dead_letters", 0L);
    }

    @Test
    void a_consumer_that_keeps_the_order_of_the_stream_has_one_hand_for_good() {
        assertThat(consumers
                        .each(Role.DERIVER, GROUP, "one", settings, message -> Outcome.DONE)
                        .concurrency())
                .isEmpty();
    }

    @Test
    void one_that_is_paused_takes_no_baton_and_keeps_the_one_it_has() throws Exception {
        List<String> begun = new CopyOnWriteArrayList<>();
        Baton baton = new Baton() {
            @Override
            public boolean take() {
                return true;
            }

            @Override
            public boolean keep() {
                return true;
            }

            @Override
            public void giveBack() {
                begun.add("given back");
            }
        };
        Worker inner = consumers.each(Role.DERIVER, GROUP, "one", settings, message -> Outcome.DONE);
        Worker alone = consumers.alone(inner, baton, Duration.ofSeconds(3), () -> begun.add("begun"));
        try (RunningWorker running = new RunningWorker(alone)) {
            await().until(() -> begun.equals(List.of("begun")));
            running.hold(true);
            await().during(500, TimeUnit.MILLISECONDS).until(() -> begun.equals(List.of("begun")));
        }
        begun.clear();
        RunningWorker held = new RunningWorker(new LateStart(alone));
        held.hold(true);
        try (held) {
            await().during(500, TimeUnit.MILLISECONDS).until(begun::isEmpty);
        }
        assertThat(alone.mindsPause()).isTrue();
    }

    /** Begins once it is paused. */
    private record LateStart(Worker worker) implements Worker {

        @Override
        public Role role() {
            return worker.role();
        }

        @Override
        public String name() {
            return worker.name();
        }

        @Override
        public void run(WorkerContext context) throws InterruptedException {
            await().until(context::paused);
            worker.run(context);
        }
    }
}
