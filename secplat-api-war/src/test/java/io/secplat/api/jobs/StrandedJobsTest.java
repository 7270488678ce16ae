package io.secplat.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.postgres.TestDatabase;
import io.secplat.contracts.event.StreamName;
import io.secplat.runtime.MovingClock;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.StreamInspector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StrandedJobsTest {

    private final MovingClock clock = new MovingClock();
    private final Waiting waiting = new Waiting();
    private final Stream stream = new Stream();
    private final StrandedJobs task = new StrandedJobs(waiting, () -> stream, clock, TestDatabase.silent());

    @Test
    void jobs_that_wait_while_nothing_asks_for_them_are_announced_at_the_second_look() {
        task.run();
        assertThat(waiting.announced).isZero();
        task.run();
        assertThat(waiting.announced).isEqualTo(1);
    }

    @Test
    void what_was_announced_gets_two_looks_again() {
        for (int look = 0; look < 4; look++) {
            task.run();
            clock.advance(Reminders.FIRST);
        }
        assertThat(waiting.announced).isEqualTo(2);
    }

    @Test
    void a_job_that_nobody_can_claim_is_announced_less_and_less_often_and_holds_up_no_other() {
        int looks = Math.toIntExact(Duration.ofDays(1).dividedBy(StrandedJobs.INTERVAL));
        for (int look = 0; look < looks; look++) {
            task.run();
            clock.advance(StrandedJobs.INTERVAL);
        }
        assertThat(waiting.announced).isBetween(24, 40);

        waiting.jobs.add(8);
        task.run();
        task.run();
        assertThat(waiting.last).contains(8);
    }

    @Test
    void a_message_that_is_not_read_or_not_settled_asks_for_them() {
        for (GroupStands stands : new GroupStands[] {new GroupStands(1, 0), new GroupStands(0, 1)}) {
            stream.stands = stands;
            task.run();
            task.run();
        }
        assertThat(waiting.announced).isZero();
    }

    @Test
    void a_message_in_between_begins_the_looks_anew() {
        task.run();
        stream.stands = new GroupStands(0, 1);
        task.run();
        stream.stands = new GroupStands(0, 0);
        task.run();
        assertThat(waiting.announced).isZero();
    }

    @Test
    void without_a_group_each_entry_of_the_stream_asks_for_them() {
        stream.grouped = false;
        stream.length = 1;
        task.run();
        task.run();
        assertThat(waiting.announced).isZero();
        stream.length = 0;
        task.run();
        task.run();
        assertThat(waiting.announced).isEqualTo(1);
    }

    @Test
    void while_the_courier_is_away_nobody_can_be_asked() {
        stream.away = true;
        task.run();
        task.run();
        assertThat(waiting.announced).isZero();
    }

    @Test
    void without_a_waiting_job_nothing_is_announced() {
        waiting.some = false;
        task.run();
        task.run();
        assertThat(waiting.announced).isZero();
    }

    private record GroupStands(long lag, long pending) {}

    private static final class Waiting implements ClaimableJobs {
        private final List<Integer> jobs = new ArrayList<>(List.of(7));
        private boolean some = true;
        private int announced;
        private List<Integer> last = List.of();

        @Override
        public boolean waitWithAllSent() {
            return some;
        }

        @Override
        public List<Integer> announce(Set<Integer> except) {
            last = jobs.stream().filter(job -> !except.contains(job)).toList();
            announced += last.size();
            return last;
        }
    }

    private static final class Stream implements StreamInspector {
        private GroupStands stands = new GroupStands(0, 0);
        private boolean grouped = true;
        private boolean away;
        private long length = 7;

        @Override
        public String serverVersion() {
            return "7";
        }

        @Override
        public Map<StreamName, StreamState> inspect() {
            if (away) {
                throw new CourierUnavailableException(new IllegalStateException("away"));
            }
            GroupState group = new GroupState(stands.pending(), null, null, null, stands.lag());
            return Map.of(StreamName.SCAN, new StreamState(length, 0, grouped ? Map.of("workers", group) : Map.of()));
        }
    }
}
