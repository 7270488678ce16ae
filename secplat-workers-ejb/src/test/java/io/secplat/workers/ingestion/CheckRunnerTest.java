package io.secplat.workers.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.ProbeError;
import io.secplat.guard.Refusal;
import io.secplat.runtime.MovingClock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckRunnerTest {

    private static final MonitoredAsset ASSET = Samples.asset("billing-web", 60);

    private final MovingClock clock = new MovingClock();
    private final StallWatch stalls = new StallWatch(clock);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final List<HealthEventDocument> events = new CopyOnWriteArrayList<>();
    private final Punctuality punctuality = new Punctuality();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void a_good_answer_becomes_an_up_event_of_its_tick() {
        CheckRunner runner = runner(
                probe -> {
                    clock.advance(Duration.ofMillis(62));
                    return new CheckResult.Up(204);
                },
                Runnable::run);

        runner.start(List.of(new Check(ASSET, clock.instant().minusSeconds(3))));

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo("billing-web@1777879197");
            assertThat(event.success()).isTrue();
            assertThat(event.code()).isEqualTo(204);
            assertThat(event.latencyMs()).isEqualTo(62);
            assertThat(event.error()).isNull();
        });
    }

    @Test
    void how_late_a_check_begins_is_told() {
        CheckRunner runner = runner(probe -> new CheckResult.Up(204), Runnable::run);

        runner.start(List.of(new Check(ASSET, clock.instant().minusSeconds(3))));

        assertThat(punctuality.late).containsExactly(Duration.ofSeconds(3));
        assertThat(punctuality.skipped).hasValue(0);
    }

    @Test
    void a_bad_answer_becomes_a_down_event_with_its_reason() {
        CheckRunner runner = runner(probe -> new CheckResult.Down(ProbeError.HTTP_STATUS, 503), Runnable::run);

        runner.start(List.of(now()));

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.success()).isFalse();
            assertThat(event.error()).isEqualTo(ProbeError.HTTP_STATUS);
            assertThat(event.code()).isEqualTo(503);
        });
    }

    @Test
    void a_check_that_could_not_begin_in_its_own_interval_leaves_no_event() {
        CheckRunner runner = runner(probe -> new CheckResult.Up(200), Runnable::run);

        runner.start(List.of(new Check(ASSET, clock.instant().minusSeconds(60))));

        assertThat(events).isEmpty();
        assertThat(runner.skipped()).isEqualTo(1);
        assertThat(punctuality.skipped).hasValue(1);
    }

    @Test
    void want_of_local_resources_leaves_no_event() {
        CheckRunner noSocket = runner(probe -> new CheckResult.Unknown("no_local_resources"), Runnable::run);
        CheckRunner noMemory = runner(
                probe -> {
                    throw new OutOfMemoryError("test");
                },
                Runnable::run);

        noSocket.start(List.of(now()));
        noMemory.start(List.of(now()));

        assertThat(events).isEmpty();
        assertThat(noSocket.skipped() + noMemory.skipped()).isEqualTo(2);
    }

    @Test
    void a_check_that_finds_no_thread_waits_for_one() {
        AtomicInteger refusals = new AtomicInteger(1);
        CheckRunner runner = runner(probe -> new CheckResult.Up(200), task -> {
            if (refusals.getAndDecrement() > 0) {
                throw new RejectedExecutionException("test");
            }
            task.run();
        });

        runner.start(List.of(now()));
        assertThat(events).isEmpty();
        runner.start(List.of());

        assertThat(events).hasSize(1);
        assertThat(runner.skipped()).isZero();
    }

    @Test
    void a_newer_check_takes_the_place_of_one_that_still_waits() {
        CheckRunner runner = runner(probe -> new CheckResult.Up(200), task -> {
            throw new RejectedExecutionException("test");
        });

        runner.start(List.of(now()));
        runner.start(List.of(now()));

        assertThat(runner.skipped()).isEqualTo(1);
    }

    @Test
    void a_timeout_during_a_standstill_of_our_own_leaves_no_event() {
        CheckRunner runner = runner(
                probe -> {
                    clock.advance(Duration.ofSeconds(6));
                    return CheckResult.down(ProbeError.TIMEOUT);
                },
                Runnable::run);

        runner.start(List.of(now()));

        assertThat(events).isEmpty();
    }

    @Test
    void a_timeout_while_we_were_awake_is_a_down_event() {
        CheckRunner runner = runner(
                probe -> {
                    for (int second = 0; second < 6; second++) {
                        clock.advance(Duration.ofSeconds(1));
                        stalls.pulse();
                    }
                    return CheckResult.down(ProbeError.TIMEOUT);
                },
                Runnable::run);

        runner.start(List.of(now()));

        assertThat(events).singleElement().satisfies(event -> assertThat(event.error())
                .isEqualTo(ProbeError.TIMEOUT));
    }

    @Test
    void no_more_checks_run_at_once_than_allowed() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CheckRunner runner = runner(
                probe -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    awaitRelease(release);
                    running.decrementAndGet();
                    return new CheckResult.Up(200);
                },
                threads);

        runner.start(IntStream.range(0, 50)
                .mapToObj(i -> new Check(Samples.asset("asset-" + i, 60), clock.instant()))
                .toList());
        await().until(() -> running.get() == 4);
        release.countDown();

        await().untilAsserted(() -> assertThat(events).hasSize(50));
        assertThat(most).hasValue(4);
    }

    @Test
    void a_check_that_the_guard_refuses_leaves_no_event_and_is_told_once() {
        CheckRunner runner =
                runner(probe -> new CheckResult.Refused(Refusal.METADATA, "Target refused: why"), Runnable::run);

        for (int i = 0; i < 3; i++) {
            runner.start(List.of(now()));
        }

        assertThat(events).isEmpty();
        assertThat(runner.skipped()).isZero();
        assertThat(log.toString(StandardCharsets.UTF_8).lines()).singleElement().satisfies(line -> assertThat(line)
                .contains("\"level\":\"warn\"")
                .contains("\"status\":\"refused\"")
                .contains("\"asset\":\"billing-web\"")
                .contains("\"reason\":\"Target refused: why\""));
    }

    @Test
    void another_reason_and_another_probe_are_told_as_well() {
        AtomicReference<Refusal> refusal = new AtomicReference<>(Refusal.METADATA);
        CheckRunner runner = runner(probe -> new CheckResult.Refused(refusal.get(), "why"), Runnable::run);

        runner.start(List.of(now()));
        refusal.set(Refusal.PRIVATE_NETWORK);
        runner.start(List.of(now()));
        runner.start(List.of(new Check(Samples.asset("billing-web", 30), clock.instant())));
        runner.start(List.of(new Check(Samples.asset("other", 60), clock.instant())));

        assertThat(log.toString(StandardCharsets.UTF_8).lines()).hasSize(4);
    }

    private CheckRunner runner(Prober prober, Executor executor) {
        return new CheckRunner(
                prober,
                executor,
                4,
                stalls,
                clock,
                new CheckOutcomes(events::add, new RefusedProbes(Samples.journal(log)), punctuality));
    }

    private Check now() {
        return new Check(ASSET, clock.instant());
    }

    private static void awaitRelease(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Punctuality implements ProbeFigures {

        private final List<Duration> late = new CopyOnWriteArrayList<>();
        private final AtomicInteger skipped = new AtomicInteger();

        @Override
        public void began(Duration after) {
            late.add(after);
        }

        @Override
        public void skipped() {
            skipped.incrementAndGet();
        }
    }
}
