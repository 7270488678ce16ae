package io.secplat.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secplat.api.jobs.postgres.PostgresJobProgress;
import io.secplat.api.live.Frame;
import io.secplat.api.live.RecordingOutlet;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.runtime.MovingClock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobFollowersTest {

    private final MovingClock clock = new MovingClock();
    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final JobFollowers followers = new JobFollowers(new PostgresJobProgress(database), 2, this::write, clock);
    private final int job = job();
    private volatile boolean onThreads;

    @Test
    void a_follower_gets_lines_and_states_as_they_come_and_the_end_is_the_end() {
        RecordingOutlet outlet = follow(job, Optional.empty());
        assertThat(told(outlet)).containsExactly("state {\"status\":\"queued\",\"error\":null}");

        status(job, "running");
        line(job, 1, "begun");
        followers.turn();
        line(job, 2, "looking");
        followers.turn();
        followers.turn();
        status(job, "done");
        followers.turn();

        assertThat(told(outlet))
                .containsExactly(
                        "state {\"status\":\"queued\",\"error\":null}",
                        "log {\"seq\":1,\"ts\":\"2026-05-04T07:20:00Z\",\"line\":\"begun\"}",
                        "state {\"status\":\"running\",\"error\":null}",
                        "log {\"seq\":2,\"ts\":\"2026-05-04T07:20:00Z\",\"line\":\"looking\"}",
                        "state {\"status\":\"done\",\"error\":null}");
        assertThat(outlet.closed()).isTrue();
    }

    @Test
    void a_follower_that_comes_back_gets_what_it_missed_and_nothing_twice() {
        status(job, "running");
        line(job, 1, "one");
        RecordingOutlet first = follow(job, Optional.empty());
        line(job, 2, "two");

        RecordingOutlet again = follow(job, first.lastId());

        assertThat(told(again)).containsExactly("log {\"seq\":2,\"ts\":\"2026-05-04T07:20:00Z\",\"line\":\"two\"}");
    }

    @Test
    void a_job_that_is_queued_again_begins_its_log_anew() {
        status(job, "running");
        line(job, 1, "one");
        line(job, 2, "two");
        RecordingOutlet first = follow(job, Optional.empty());
        rows.run("DELETE FROM job_log_lines");
        rows.run("UPDATE scan_jobs SET retry_count = 1");
        line(job, 1, "once more");

        RecordingOutlet again = follow(job, first.lastId());

        assertThat(again.names()).containsExactly("log", "state");
        assertThat(told(again).get(0)).contains("once more");
    }

    @Test
    void a_long_log_comes_whole_before_the_final_state() {
        status(job, "running");
        rows.run("INSERT INTO job_log_lines (job_id, seq, ts, line) SELECT " + job
                + ", n, '2026-05-04T07:20:00Z', 'l' FROM generate_series(1, 1234) AS n");
        status(job, "failed");
        RecordingOutlet outlet = follow(job, Optional.empty());
        followers.turn();
        followers.turn();
        followers.turn();

        assertThat(outlet.names()).hasSize(1_235).endsWith("state");
        assertThat(outlet.closed()).isTrue();
    }

    @Test
    void a_job_that_nobody_knows_cannot_be_followed() {
        assertThatThrownBy(() -> follow(9_999, Optional.empty()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.JOB_UNKNOWN));
    }

    @Test
    void an_id_that_no_event_had_means_from_the_beginning() {
        status(job, "running");
        line(job, 1, "one");

        assertThat(follow(job, Optional.of("nonsense")).names()).containsExactly("log", "state");
    }

    @Test
    void a_slow_follower_is_not_given_more_and_the_others_do_not_wait_for_it() {
        status(job, "running");
        RecordingOutlet slow = follow(job, Optional.empty());
        RecordingOutlet quick = follow(job, Optional.empty());
        slow.stick();
        onThreads = true;
        line(job, 1, "one");
        followers.turn();
        line(job, 2, "two");
        await().untilAsserted(() -> assertThat(quick.names()).containsExactly("state", "log"));
        followers.turn();
        await().untilAsserted(() -> assertThat(quick.names()).containsExactly("state", "log", "log"));
        assertThat(slow.names()).containsExactly("state");

        slow.breakDown();
        slow.flow();
        await().until(slow::closed);
    }

    @Test
    void two_are_as_many_as_may_follow_here() {
        assertThat(followers.full()).isFalse();
        RecordingOutlet first = follow(job, Optional.empty());
        RecordingOutlet second = follow(job, Optional.empty());
        assertThat(followers.full()).isTrue();
        List.of(first, second).forEach(RecordingOutlet::close);
        status(job, "running");
        followers.turn();

        assertThat(followers.full()).isFalse();
    }

    private void write(Runnable work) {
        if (onThreads) {
            new Thread(work).start();
        } else {
            work.run();
        }
    }

    private RecordingOutlet follow(int jobId, Optional<String> lastId) {
        RecordingOutlet outlet = new RecordingOutlet();
        followers.follow(jobId, lastId, () -> outlet, () -> true);
        return outlet;
    }

    private static List<String> told(RecordingOutlet outlet) {
        return outlet.events().stream().map(JobFollowersTest::text).toList();
    }

    private static String text(Frame event) {
        return event.name() + " " + event.data();
    }

    private int job() {
        int asset = rows.website("shop");
        return rows.one(
                "INSERT INTO scan_jobs (job_type, target_asset_id) VALUES ('tls_headers', " + asset
                        + ") RETURNING job_id",
                Integer.class);
    }

    private void status(int jobId, String status) {
        rows.run("UPDATE scan_jobs SET status = '" + status + "' WHERE job_id = " + jobId);
    }

    private void line(int jobId, int seq, String text) {
        rows.run("INSERT INTO job_log_lines (job_id, seq, ts, line) VALUES (" + jobId + ", " + seq
                + ", '2026-05-04T07:20:00Z', '" + text + "')");
    }
}
