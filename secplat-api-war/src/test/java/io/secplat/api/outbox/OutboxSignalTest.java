package io.secplat.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutboxSignalTest {

    private static final Set<String> MINE = Set.of("a", "b");

    private final OutboxSignal signal = new OutboxSignal();

    @Test
    void a_raise_wakes_who_waits() throws Exception {
        long seen = signal.count(MINE);
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> await(seen));
        signal.raise(Set.of("b", "other"));
        waiting.get(20, TimeUnit.SECONDS);
        assertThat(waiting).isCompleted();
    }

    @Test
    void a_raise_before_the_wait_is_not_missed() throws Exception {
        long seen = signal.count(MINE);
        signal.raise(Set.of("a"));
        signal.await(MINE, seen, Duration.ofHours(1));
        assertThat(signal.count(MINE)).isGreaterThan(seen);
    }

    @Test
    void a_raise_for_another_target_is_none() throws Exception {
        long seen = signal.count(MINE);
        signal.raise(Set.of("other"));
        signal.await(MINE, seen, Duration.ofMillis(1));
        assertThat(signal.count(MINE)).isEqualTo(seen);
    }

    private void await(long seen) {
        try {
            signal.await(MINE, seen, Duration.ofHours(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
