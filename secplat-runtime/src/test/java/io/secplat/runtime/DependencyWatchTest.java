package io.secplat.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.runtime.DependencyState.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DependencyWatchTest {

    private static final Instant START = Instant.parse("2026-05-04T07:21:00Z");

    private final MovingClock clock = new MovingClock(START);
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile DependencyWatch.Question question = () -> {};
    private final DependencyWatch watch = new DependencyWatch(Dependency.REDIS, this::ask, clock);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void nobody_knows_before_the_first_answer() {
        assertThat(watch.state()).isEqualTo(new DependencyState(Condition.UNASKED, START, null));
        assertThat(watch.state().isWell()).isFalse();
    }

    @Test
    void each_answer_counts_from_when_it_changed_something() {
        clock.advance(Duration.ofMillis(100));
        watch.askOnce();
        Instant came = clock.instant();
        clock.advance(Duration.ofMillis(500));
        watch.askOnce();

        assertThat(watch.state()).isEqualTo(new DependencyState(Condition.OK, came, null));
    }

    @Test
    void an_error_is_told_by_its_class_alone_and_remembered_when_it_is_over() {
        watch.askOnce();
        question = () -> {
            throw new IllegalStateException("redis://:secret@10.0.0.3");
        };
        clock.advance(Duration.ofSeconds(5));
        watch.askOnce();
        Instant went = clock.instant();
        clock.advance(Duration.ofSeconds(5));
        watch.askOnce();
        assertThat(watch.state()).isEqualTo(new DependencyState(Condition.UNAVAILABLE, went, "IllegalStateException"));

        question = () -> {};
        clock.advance(Duration.ofSeconds(5));
        watch.askOnce();
        assertThat(watch.state())
                .isEqualTo(new DependencyState(Condition.OK, clock.instant(), "IllegalStateException"));
    }

    @Test
    void a_question_that_hangs_counts_as_unanswered_after_a_second_and_nobody_asks_another() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        watch.askOnce();
        question = () -> hang(hanging, end);
        executor.execute(watch);
        hanging.await();

        clock.advance(Duration.ofMillis(999));
        assertThat(watch.state().condition()).isEqualTo(Condition.OK);
        clock.advance(Duration.ofMillis(1));
        assertThat(watch.state())
                .isEqualTo(new DependencyState(Condition.TIMEOUT, START.plusSeconds(1), "TimeoutException"));
        assertThat(asked).hasValue(2);

        question = () -> {};
        end.countDown();
        await().until(() -> watch.state().condition() == Condition.OK);
    }

    @Test
    void an_answer_that_comes_late_counts_as_none() {
        question = () -> clock.advance(Duration.ofSeconds(3));
        watch.askOnce();

        assertThat(watch.state()).isEqualTo(new DependencyState(Condition.TIMEOUT, START, "TimeoutException"));
    }

    @Test
    void a_stopped_watch_ends() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        executor.execute(() -> {
            watch.run();
            ended.countDown();
        });
        await().until(() -> asked.get() > 1);
        watch.stop();

        ended.await();
    }

    @Test
    void what_is_not_set_up_is_never_asked_and_not_missed() {
        DependencyWatch off = DependencyWatch.off(Dependency.REDIS, clock);
        off.run();

        assertThat(off.state()).isEqualTo(new DependencyState(Condition.OFF, START, null));
        assertThat(off.state().isWell()).isTrue();
    }

    private void ask() {
        asked.incrementAndGet();
        question.ask();
    }

    private static void hang(CountDownLatch hanging, CountDownLatch end) {
        hanging.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
