package io.secplat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerSupervisorTest {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Clock clock = Clock.systemUTC();
    private final Journal journal = new Journal("test", clock, new PrintStream(log, true, StandardCharsets.UTF_8));

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void only_workers_of_this_servers_roles_run() {
        CountDownLatch ran = new CountDownLatch(1);
        AtomicInteger foreign = new AtomicInteger();
        WorkerSupervisor supervisor = supervise(
                worker(Role.DERIVER, context -> ran.countDown()),
                worker(Role.NOTIFIER, context -> foreign.incrementAndGet()));

        supervisor.start(executor);

        await().until(() -> ran.getCount() == 0);
        assertThat(supervisor.states()).hasSize(1);
        assertThat(foreign).hasValue(0);
    }

    @Test
    void a_worker_that_fails_is_started_again_and_the_failure_is_told_without_its_text() {
        AtomicInteger starts = new AtomicInteger();
        WorkerSupervisor supervisor = supervise(worker(Role.DERIVER, context -> {
            if (starts.incrementAndGet() == 1) {
                throw new IllegalStateException("password=hunter2");
            }
            context.pause(Duration.ofHours(1));
        }));

        supervisor.start(executor);

        await().atMost(Duration.ofSeconds(20)).until(() -> starts.get() == 2);
        WorkerState state = supervisor.states().get(0);
        assertThat(state.restarts()).isEqualTo(1);
        assertThat(state.lastError()).isEqualTo("IllegalStateException");
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("IllegalStateException", "worker.deriver")
                .doesNotContain("hunter2");
    }

    @Test
    void a_worker_that_is_interrupted_without_being_asked_to_end_is_started_again() {
        AtomicInteger starts = new AtomicInteger();
        WorkerSupervisor supervisor = supervise(worker(Role.DERIVER, context -> {
            if (starts.incrementAndGet() == 1) {
                throw new InterruptedException();
            }
            context.pause(Duration.ofHours(1));
        }));

        supervisor.start(executor);

        await().atMost(Duration.ofSeconds(20)).until(() -> starts.get() == 2);
        assertThat(supervisor.states().get(0).lastError()).isEqualTo("InterruptedException");
    }

    @Test
    void stopping_wakes_a_pausing_worker_and_waits_for_its_end() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch finished = new CountDownLatch(1);
        WorkerSupervisor supervisor = supervise(worker(Role.DERIVER, context -> {
            started.countDown();
            while (context.pause(Duration.ofHours(1))) {
                context.beat();
            }
            finished.countDown();
        }));
        supervisor.start(executor);
        started.await();

        boolean ended = supervisor.stop(Duration.ofSeconds(20));

        assertThat(ended).isTrue();
        assertThat(finished.getCount()).isZero();
        assertThat(supervisor.states().get(0).running()).isFalse();
    }

    @Test
    void a_worker_that_does_not_end_is_not_waited_for_longer_than_patience() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        WorkerSupervisor supervisor = supervise(worker(Role.DERIVER, context -> never.await()));
        supervisor.start(executor);

        assertThat(supervisor.stop(Duration.ofMillis(50))).isFalse();
    }

    private WorkerSupervisor supervise(Worker... workers) {
        return new WorkerSupervisor(List.of(workers), Roles.parse("deriver"), clock, journal);
    }

    private interface Loop {
        void run(WorkerContext context) throws InterruptedException;
    }

    private static Worker worker(Role role, Loop loop) {
        return new Worker() {
            @Override
            public Role role() {
                return role;
            }

            @Override
            public String name() {
                return role.wire();
            }

            @Override
            public void run(WorkerContext context) throws InterruptedException {
                loop.run(context);
            }
        };
    }
}
