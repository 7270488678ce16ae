package io.secplat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopControlTest {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private WorkerSupervisor supervisor;
    private ControlledLoop loop;

    @BeforeEach
    void start() {
        Journal journal = new Journal("test", Clock.systemUTC(), new PrintStream(OutputStream.nullOutputStream()));
        supervisor = new WorkerSupervisor(List.of(new Turning()), Roles.parse("deriver"), Clock.systemUTC(), journal);
        loop = supervisor.loops().get(0);
        supervisor.start(executor);
        await().until(() -> turns.get() > 2);
    }

    @AfterEach
    void stop() throws InterruptedException {
        assertThat(supervisor.stop(Duration.ofSeconds(20))).isTrue();
        executor.shutdownNow();
    }

    @Test
    void a_paused_loop_is_held_between_two_turns_and_goes_on_where_it_was() {
        assertThat(loop.control().ask(LoopMode.PAUSE)).isTrue();
        awaitStandstill();

        assertThat(loop.control().ask(LoopMode.PAUSE)).isFalse();
        assertThat(loop.state().get().word()).isEqualTo("paused");
        int before = turns.get();
        loop.control().ask(LoopMode.RUN);
        await().until(() -> turns.get() > before + 2);
        assertThat(runs).hasValue(1);
        assertThat(loop.state().get().word()).isEqualTo("running");
    }

    @Test
    void a_drained_loop_ends_its_run_and_begins_another_when_it_is_resumed() {
        loop.control().ask(LoopMode.DRAIN);
        await().until(() -> loop.state().get().word().equals("drained"));
        assertThat(ends).hasValue(1);

        loop.control().ask(LoopMode.RUN);
        await().until(() -> runs.get() == 2 && loop.state().get().running());
        assertThat(loop.state().get().restarts()).isZero();
    }

    @Test
    void a_loop_that_is_paused_or_drained_is_alive_and_not_ready() {
        for (LoopMode mode : List.of(LoopMode.PAUSE, LoopMode.DRAIN)) {
            loop.control().ask(mode);
            Instant now = Clock.systemUTC().instant();
            assertThat(WorkerReadiness.isWell(loop.state().get(), now)).isFalse();
            assertThat(WorkerLiveness.hung(supervisor.states(), now)).isEmpty();
        }
    }

    @Test
    void a_dial_has_limits() {
        Dial dial = new Dial(8, 64);

        assertThat(dial.set(64)).isEqualTo(8);
        assertThatThrownBy(() -> dial.set(65)).hasMessage("must be 1 to 64, was 65");
        assertThatThrownBy(() -> dial.set(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(dial.value()).isEqualTo(64);
    }

    private void awaitStandstill() {
        AtomicInteger seen = new AtomicInteger(-1);
        await().during(100, TimeUnit.MILLISECONDS).until(() -> seen.getAndSet(turns.get()) == turns.get());
    }

    /** Never pauses by itself, as a loop that has much to do. */
    private final class Turning implements Worker {

        @Override
        public Role role() {
            return Role.DERIVER;
        }

        @Override
        public String name() {
            return "turning";
        }

        @Override
        public void run(WorkerContext context) throws InterruptedException {
            runs.incrementAndGet();
            while (context.goOn()) {
                turns.incrementAndGet();
                Thread.onSpinWait();
            }
            ends.incrementAndGet();
        }
    }
}
