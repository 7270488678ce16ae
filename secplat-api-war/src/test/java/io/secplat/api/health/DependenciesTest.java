package io.secplat.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DependenciesTest {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void all_well_is_ok() {
        assertThat(report(() -> {}, () -> {}).toJson())
                .hasToString("{\"status\":\"ok\",\"checks\":{\"postgres\":\"ok\",\"opensearch\":\"ok\"}}");
    }

    @Test
    void a_refusal_and_a_silence_are_told_apart_without_driver_text() {
        Dependencies.Report report = report(
                () -> {
                    throw new IllegalStateException("jdbc:postgresql://10.0.0.3 refused");
                },
                this::hang);
        assertThat(report.toJson())
                .hasToString(
                        "{\"status\":\"degraded\",\"checks\":{\"postgres\":\"unavailable\",\"opensearch\":\"timeout\"}}");
        assertThat(report.isWell(Dependencies.POSTGRES)).isFalse();
    }

    @Test
    void a_dependency_that_hangs_is_asked_once_however_many_callers_want_to_know() {
        DependencyCheck check = new DependencyCheck("slow", this::hang, executor);
        Dependencies dependencies = new Dependencies(List.of(check), Duration.ofMillis(20));
        for (int i = 0; i < 5; i++) {
            assertThat(dependencies.ask().isWell("slow")).isFalse();
        }
        assertThat(asked).hasValue(1);
    }

    private Dependencies.Report report(DependencyCheck.Question postgres, DependencyCheck.Question openSearch) {
        return new Dependencies(
                        List.of(
                                new DependencyCheck(Dependencies.POSTGRES, postgres, executor),
                                new DependencyCheck(Dependencies.OPENSEARCH, openSearch, executor)),
                        Duration.ofMillis(500))
                .ask();
    }

    private void hang() {
        asked.incrementAndGet();
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
