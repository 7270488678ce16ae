package io.secplat.api.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.api.live.redis.RedisLiveFeed;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.local.store.TestStores;
import io.secplat.stream.RunningWorker;
import io.secplat.stream.redis.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two API servers on one Redis, each with connections, a loop and readers of its own. */
class LiveReplicasTest {

    private static final int MANY = 400;

    private final Replica one = new Replica();
    private final Replica other = new Replica();

    @AfterEach
    void stop() {
        one.close();
        other.close();
    }

    @Test
    void what_one_server_carries_reaches_the_readers_of_all_in_the_same_order_under_the_same_ids() {
        one.start();
        other.start();
        RecordingOutlet here = one.join(Optional.empty());
        RecordingOutlet there = other.join(Optional.empty());

        for (int n = 0; n < MANY; n += 2) {
            one.carry(n);
            other.carry(n + 1);
        }

        await().untilAsserted(() -> assertThat(numbers(here.events())).isEqualTo(upTo(MANY)));
        await().untilAsserted(() -> assertThat(numbers(there.events())).isEqualTo(upTo(MANY)));
        assertThat(ids(there)).isEqualTo(ids(here));
    }

    @Test
    void a_reader_whose_server_ends_resumes_at_another_and_hears_each_event_once() {
        one.start();
        other.start();
        RecordingOutlet before = one.join(Optional.empty());
        for (int n = 0; n < MANY; n++) {
            other.carry(n);
            if (n == MANY / 2) {
                await().until(() -> !before.events().isEmpty());
                one.close();
            }
        }
        RecordingOutlet after = other.join(before.lastId().flatMap(Position::of));

        await().untilAsserted(() -> assertThat(numbers(Stream.concat(before.events().stream(), after.events().stream())
                        .toList()))
                .isEqualTo(upTo(MANY)));
        assertThat(before.closed()).isTrue();
    }

    @Test
    void a_reader_that_comes_from_a_server_that_was_ahead_hears_nothing_twice() {
        one.start();
        other.look();
        RecordingOutlet ahead = one.join(Optional.empty());
        one.carry(0);
        await().until(() -> ahead.events().size() == 1);

        RecordingOutlet moved = other.join(ahead.lastId().flatMap(Position::of));
        other.start();
        one.carry(1);

        await().until(() -> !moved.events().isEmpty());
        assertThat(numbers(moved.events())).containsExactly(1);
    }

    /** The numbers of the events, in the order in which they were sent. */
    private static List<Integer> numbers(List<Frame> events) {
        return events.stream()
                .map(frame -> Integer.valueOf(frame.data().replaceAll("\\D", "")))
                .toList();
    }

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    private static List<String> ids(RecordingOutlet outlet) {
        return outlet.events().stream().map(frame -> frame.id().orElseThrow()).toList();
    }

    /** What one API server has of its own. */
    private static final class Replica implements AutoCloseable {

        private final RedisServer server =
                RedisServer.at(Optional.of(TestStores.redis().url()));
        private final RedisLiveFeed feed = new RedisLiveFeed(server.link(), server.link());
        private final LiveHub hub = new LiveHub(feed, 10, Runnable::run);
        private final LiveWorker worker = new LiveWorker(hub, feed, Clock.systemUTC());
        private Optional<RunningWorker> loop = Optional.empty();

        /** Reads the feed from here on. */
        private void start() {
            loop = Optional.of(new RunningWorker(worker));
            await().until(() -> hub.told().isPresent());
        }

        /** Reads what is there, once. */
        private void look() {
            assertThat(worker.turn(Duration.ZERO)).isTrue();
        }

        private RecordingOutlet join(Optional<Position> last) {
            RecordingOutlet outlet = new RecordingOutlet();
            hub.join(outlet, () -> true, last);
            return outlet;
        }

        private void carry(int n) {
            feed.append(
                    List.of(new LiveEvent("event", new JsonWriter().put("n", n).build())));
        }

        @Override
        public void close() {
            loop.ifPresent(RunningWorker::close);
            server.close();
        }
    }
}
