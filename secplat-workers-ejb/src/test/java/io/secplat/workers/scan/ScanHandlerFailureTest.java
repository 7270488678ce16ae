package io.secplat.workers.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.Severity;
import io.secplat.stream.RunningWorker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class ScanHandlerFailureTest extends ScanBench {

    @Test
    void a_lost_lease_stops_the_scan_and_nothing_more_is_told() throws Exception {
        FakeJobs.Job job = jobs.queue(1);
        CountDownLatch interrupted = new CountDownLatch(1);

        try (RunningWorker worker = worker("a", (target, log) -> {
            try {
                gate.await();
                return ScanReport.of(target.asset()).done();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        })) {
            await().until(() -> jobs.status(1).equals("running"));
            jobs.cancel(1);
            interrupted.await();
            settled();
        }

        assertThat(job.completions).isZero();
        assertThat(jobs.status(1)).isEqualTo("cancelled");
    }

    @Test
    void while_the_api_is_away_the_message_waits_and_counts_no_attempt() {
        jobs.queue(1);
        jobs.away(true);

        try (RunningWorker worker = worker("a", this::findOne)) {
            await().until(() -> courier.state(ConsumerGroup.WORKERS).pending() == 1);
            jobs.away(false);
            settled();
        }

        assertThat(jobs.status(1)).isEqualTo("done");
        assertThat(courier.deadLetters(StreamName.SCAN)).isEmpty();
    }

    @Test
    void a_result_is_kept_while_the_api_is_away_and_told_under_the_same_lease() {
        FakeJobs.Job job = jobs.queue(1);

        try (RunningWorker worker = worker("a", (target, log) -> {
            jobs.away(true);
            return findOne(target, log);
        })) {
            await().until(() -> scans.get() == 1);
            jobs.away(false);
            settled();
        }

        assertThat(scans).hasValue(1);
        assertThat(jobs.status(1)).isEqualTo("done");
        assertThat(job.findings).hasSize(1);
    }

    @Test
    void a_killed_workers_job_is_taken_over_and_ends_once_with_the_same_findings() throws Exception {
        FakeJobs.Job job = jobs.queue(1);
        RunningWorker killed = worker("killed", this::findOneAfterTheGate);
        await().until(() -> jobs.status(1).equals("running"));
        killed.kill();
        jobs.expire(1);

        try (RunningWorker worker = worker("successor", this::findOne)) {
            settled();
        }

        assertThat(jobs.status(1)).isEqualTo("done");
        assertThat(job.completions).isEqualTo(1);
        assertThat(job.findings).hasSize(1);
    }

    @Test
    void a_worker_killed_between_report_and_acknowledgement_harms_nothing() throws Exception {
        FakeJobs.Job job = jobs.queue(1);
        RunningWorker first = worker("first", (target, log) -> {
            courier.away(true);
            return findOne(target, log);
        });
        await().until(() -> jobs.status(1).equals("done"));
        first.kill();
        courier.away(false);

        try (RunningWorker worker = worker("second", this::findOne)) {
            settled();
        }

        assertThat(scans).hasValue(1);
        assertThat(job.completions).isEqualTo(1);
        assertThat(jobs.status(1)).isEqualTo("done");
    }

    @Test
    void a_scan_that_takes_too_long_or_breaks_ends_the_job_failed() {
        longestScan = Duration.ofMillis(200);
        FakeJobs.Job slow = jobs.queue(1);
        try (RunningWorker worker = worker("a", this::findOneAfterTheGate)) {
            settled();
        }
        FakeJobs.Job refused = jobs.queue(2);
        try (RunningWorker worker = worker("b", (target, log) -> {
            throw new ScanFailedException("Target refused: because");
        })) {
            settled();
        }
        FakeJobs.Job broken = jobs.queue(3);
        try (RunningWorker worker = worker("c", (target, log) -> {
            throw new IllegalStateException("secret text");
        })) {
            settled();
        }

        assertThat(slow.error).isEqualTo("Scan took longer than 0 seconds");
        assertThat(refused.error).isEqualTo("Target refused: because");
        assertThat(broken.error).isEqualTo("Scan failed unexpectedly");
        assertThat(List.of(jobs.status(1), jobs.status(2), jobs.status(3))).containsOnly("failed");
    }

    @Test
    void many_findings_go_in_batches() {
        FakeJobs.Job job = jobs.queue(1);

        try (RunningWorker worker = worker("a", (target, log) -> {
            ScanReport.Draft report = ScanReport.of(target.asset());
            for (int i = 0; i < 1100; i++) {
                report.failed(new Check("s", "c", "p", "t" + i), Severity.LOW, "e", "r");
            }
            return report.done();
        })) {
            settled();
        }

        assertThat(job.batches).containsExactly(500, 500, 100);
        assertThat(job.findings).hasSize(1100);
    }
}
