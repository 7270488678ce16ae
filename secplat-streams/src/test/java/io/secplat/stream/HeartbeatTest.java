package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.runtime.WorkerContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private final BrokenStream stream = new BrokenStream();

    @Test
    void a_refresh_that_fails_in_any_way_is_tried_again() throws InterruptedException {
        ConsumerSettings settings = ConsumerSettings.DEFAULT.withClaimIdle(Duration.ofMillis(40));
        Heartbeat heartbeat = new Heartbeat(stream, settings, Clock.systemUTC(), new Context());
        heartbeat.take("1-0");
        Thread beating = new Thread(heartbeat);
        beating.start();

        await().until(() -> stream.refreshes.get() > 1);

        assertThat(beating.isAlive()).isTrue();
        heartbeat.stop();
        beating.join();
    }

    private static final class Context implements WorkerContext {

        @Override
        public boolean stopping() {
            return false;
        }

        @Override
        public void beat() {}

        @Override
        public boolean pause(Duration duration) {
            return true;
        }
    }

    private static final class BrokenStream implements MessageStream {

        private final AtomicInteger refreshes = new AtomicInteger();

        @Override
        public List<Message> read(int max, Duration wait) {
            return List.of();
        }

        @Override
        public List<Message> reclaim(int max, Duration idle) {
            return List.of();
        }

        @Override
        public boolean othersHold() {
            return false;
        }

        @Override
        public void refresh(Collection<String> ids) {
            refreshes.incrementAndGet();
            throw new IllegalStateException("broken");
        }

        @Override
        public void acknowledge(Collection<String> ids) {}

        @Override
        public void divide(String id, List<Map<String, String>> copies, List<Map<String, String>> deadLetters) {}
    }
}
