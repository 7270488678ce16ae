package io.secplat.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutboxSignalTest {

    private final OutboxSignal signal = new OutboxSignal();

    @Test
    void a_raise_wakes_who_waits() throws Exception {
        long seen = signal.count();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> await(seen));
        signal.raise();
        waiting.get(20, TimeUnit.SECONDS);
        assertThat(waiting).isCompleted();
    }

    @Test
    void a_raise_before_the_wait_is_not_missed() throws Exception {
        long seen = signal.count();
        signal.raise();
        signal.await(seen, Duration.ofHours(1));
        assertThat(signal.count()).isGreaterThan(seen);
    }

    private void await(long seen) {
        try {
            signal.await(seen, Duration.ofHours(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
