package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.runtime.WorkerContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    /** Two parts and a half. */
    private static final List<String> MANY = IntStream.range(0, 5 * Heartbeat.AT_ONCE / 2)
            .mapToObj(n -> n + "-0")
            .toList();

    private final BrokenStream stream = new BrokenStream();

    @Test
    void a_refresh_that_fails_in_any_way_is_tried_again() throws InterruptedException {
        ConsumerSettings settings = ConsumerSettings.DEFAULT.withClaimIdle(Duration.ofMillis(40));
        Heartbeat heartbeat = new Heartbeat(stream, settings, Clock.systemUTC(), new Context());
        heartbeat.take("1-0");
        Thread beating = new Thread(heartbeat);
        beating.start();

        await().until(() -> stream.parts.size() > 1);

        assertThat(beating.isAlive()).isTrue();
        heartbeat.stop();
        beating.join();
    }

    @Test
    void many_entries_are_refreshed_some_at_a_time_and_each_again_and_again() throws InterruptedException {
        ConsumerSettings settings = ConsumerSettings.DEFAULT.withClaimIdle(Duration.ofMillis(40));
        Heartbeat heartbeat = new Heartbeat(stream, settings, Clock.systemUTC(), new Context());
        MANY.forEach(heartbeat::take);
        Thread beating = new Thread(heartbeat);
        beating.start();

        await().until(() -> MANY.stream().allMatch(id -> stream.times(id) > 2));

        heartbeat.stop();
        beating.join();
        assertThat(stream.parts).allMatch(part -> part.size() <= Heartbeat.AT_ONCE);
    }

    @Test
    void what_is_settled_in_the_middle_of_a_round_is_not_refreshed() throws InterruptedException {
        ConsumerSettings settings = ConsumerSettings.DEFAULT.withClaimIdle(Duration.ofMillis(40));
        Heartbeat heartbeat = new Heartbeat(stream, settings, Clock.systemUTC(), new Context());
        MANY.forEach(heartbeat::take);
        stream.atFirst =
                first -> MANY.stream().filter(id -> !first.contains(id)).forEach(heartbeat::drop);
        Thread beating = new Thread(heartbeat);
        beating.start();

        await().until(() -> stream.parts.size() > 2);

        heartbeat.stop();
        beating.join();
        assertThat(stream.parts).allMatch(part -> stream.parts.get(0).containsAll(part));
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

        private final List<Collection<String>> parts = new CopyOnWriteArrayList<>();
        private volatile Consumer<Collection<String>> atFirst = part -> {};

        private long times(String id) {
            return parts.stream().filter(part -> part.contains(id)).count();
        }

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
            parts.add(List.copyOf(ids));
            if (parts.size() == 1) {
                atFirst.accept(ids);
            }
            throw new IllegalStateException("broken");
        }

        @Override
        public void acknowledge(Collection<String> ids) {}

        @Override
        public void divide(String id, List<Map<String, String>> copies, List<Map<String, String>> deadLetters) {}
    }
}
