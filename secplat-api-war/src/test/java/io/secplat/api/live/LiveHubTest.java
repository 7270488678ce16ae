package io.secplat.api.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.runtime.MovingClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveHubTest {

    private final FailingFeed feed = new FailingFeed(new LocalLiveFeed(1));
    private final MovingClock clock = new MovingClock();
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final Inline writers = new Inline(pool);
    private final LiveHub hub = new LiveHub(feed, 3, writers);
    private final LiveWorker worker = new LiveWorker(hub, feed, clock);

    @Test
    void every_reader_hears_every_event_after_it_came() {
        turn();
        RecordingOutlet one = join(Optional.empty());
        happen("a");
        RecordingOutlet two = join(Optional.empty());
        happen("b");

        assertThat(one.names()).containsExactly("a", "b");
        assertThat(two.names()).containsExactly("b");
    }

    @Test
    void a_reader_that_comes_back_hears_what_it_missed_once_and_in_order() {
        turn();
        RecordingOutlet first = join(Optional.empty());
        happen("a");
        happen("b");
        happen("c");
        Position afterA = Position.of(first.events().get(0).id().orElseThrow()).orElseThrow();

        RecordingOutlet again = join(Optional.of(afterA));
        happen("d");

        assertThat(again.names()).containsExactly("b", "c", "d");
    }

    @Test
    void a_reader_that_heard_nothing_yet_may_resume_too() {
        turn();
        RecordingOutlet first = join(Optional.empty());
        Position place = Position.of(first.lastId().orElseThrow()).orElseThrow();
        happen("a");

        assertThat(join(Optional.of(place)).names()).containsExactly("a");
    }

    @Test
    void a_place_that_is_not_held_any_more_means_reset() {
        turn();
        RecordingOutlet reader = join(Optional.of(new Position(7, 7)));
        happen("a");

        assertThat(reader.names()).containsExactly("reset", "a");
    }

    @Test
    void an_event_that_this_server_has_not_told_yet_is_not_told_twice_to_a_reader_who_knows_it() {
        turn();
        feed.append(List.of(event("a")));
        Position known = feed.end();
        RecordingOutlet reader = join(Optional.of(known));
        turn();
        happen("b");

        assertThat(reader.names()).containsExactly("b");
    }

    @Test
    void while_the_feed_is_away_readers_stay_and_may_join_and_then_all_load_anew() {
        turn();
        RecordingOutlet early = join(Optional.empty());
        feed.goAway();
        assertThat(worker.turn(Duration.ZERO)).isFalse();
        RecordingOutlet late = join(Optional.of(new Position(1, 0)));
        feed.loseEverything(new LocalLiveFeed(2));
        turn();
        happen("a");

        assertThat(early.names()).containsExactly("reset", "a");
        assertThat(late.names()).startsWith("reset").endsWith("a");
        assertThat(early.closed()).isFalse();
    }

    @Test
    void a_reader_who_may_not_listen_any_more_is_sent_away_at_the_next_heartbeat() {
        turn();
        RecordingOutlet outlet = new RecordingOutlet();
        boolean[] entitled = {true};
        hub.join(outlet, () -> entitled[0], Optional.empty());
        entitled[0] = false;
        clock.advance(LiveWorker.HEARTBEAT);
        turn();

        assertThat(outlet.closed()).isTrue();
        assertThat(hub.readers()).isZero();
    }

    @Test
    void one_slow_reader_holds_up_no_other() {
        turn();
        RecordingOutlet slow = join(Optional.empty());
        RecordingOutlet quick = join(Optional.empty());
        slow.stick();
        writers.onThreads();
        for (int n = 0; n < 300; n++) {
            happen("e");
        }

        await().untilAsserted(() -> assertThat(quick.names()).hasSize(300));
        assertThat(slow.names()).isEmpty();
        slow.breakDown();
        slow.flow();
        await().until(slow::closed);
        happen("e");
        assertThat(hub.readers()).isEqualTo(1);
    }

    @Test
    void readers_beyond_the_limit_are_too_many() {
        turn();
        RecordingOutlet first = join(Optional.empty());
        RecordingOutlet second = join(Optional.empty());
        assertThat(hub.full()).isFalse();
        RecordingOutlet third = join(Optional.empty());
        assertThat(hub.full()).isTrue();
        List.of(first, second, third).forEach(RecordingOutlet::close);
        happen("a");

        assertThat(hub.full()).isFalse();
    }

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    /** Writes at once, so that most tests need not wait; on threads for those about waiting. */
    private static final class Inline implements Executor {
        private final Executor threads;
        private volatile boolean inline = true;

        private Inline(Executor threads) {
            this.threads = threads;
        }

        private void onThreads() {
            inline = false;
        }

        @Override
        public void execute(Runnable work) {
            if (inline) {
                work.run();
            } else {
                threads.execute(work);
            }
        }
    }

    private RecordingOutlet join(Optional<Position> last) {
        RecordingOutlet outlet = new RecordingOutlet();
        hub.join(outlet, () -> true, last);
        return outlet;
    }

    private void happen(String name) {
        feed.append(List.of(event(name)));
        turn();
    }

    private void turn() {
        assertThat(worker.turn(Duration.ZERO)).isTrue();
    }

    private static LiveEvent event(String name) {
        return new LiveEvent(name, new JsonWriter().put("n", 1).build());
    }
}
