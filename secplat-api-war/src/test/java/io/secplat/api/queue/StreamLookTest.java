package io.secplat.api.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.StreamName;
import io.secplat.stream.InMemoryCourier;
import io.secplat.stream.RunningWorker;
import io.secplat.stream.StreamWatch;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class StreamLookTest {

    private final Clock clock = Clock.systemUTC();
    private final InMemoryCourier courier = new InMemoryCourier(clock);
    private final StreamWatch watch = new StreamWatch(courier.inspector(), clock);
    private final AtomicInteger published = new AtomicInteger();

    private RunningWorker run(boolean configured) {
        return new RunningWorker(StreamLook.worker(watch, configured, published::incrementAndGet, clock));
    }

    @Test
    void the_figures_appear_with_the_first_look() {
        try (RunningWorker running = run(true)) {
            await().until(() -> published.get() == 1);
        }
        assertThat(watch.state(StreamName.SCAN)).isPresent();
    }

    @Test
    void streams_that_are_away_end_neither_the_loop_nor_the_figures() {
        courier.away(true);
        try (RunningWorker running = run(true)) {
            await().until(() -> published.get() == 1);
            assertThat(running.isAlive()).isTrue();
        }
        assertThat(watch.state(StreamName.SCAN)).isEmpty();
    }

    @Test
    void without_streams_there_are_no_figures() {
        try (RunningWorker running = run(false)) {
            await().until(() -> running.beats() > 0);
        }
        assertThat(published).hasValue(0);
    }
}
