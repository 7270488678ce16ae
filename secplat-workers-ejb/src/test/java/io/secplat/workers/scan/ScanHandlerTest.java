package io.secplat.workers.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.JobType;
import io.secplat.contracts.model.Severity;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.InMemoryCourier;
import io.secplat.stream.RetryPolicy;
import io.secplat.stream.RunningWorker;
import io.secplat.stream.StreamConsumer;
import io.secplat.stream.StreamConsumers;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class ScanHandlerTest {

    private static final Check CHECK = new Check("tls_scan", "tls", "tls", "No HTTPS");

    private final Clock clock = Clock.systemUTC();
    private final InMemoryCourier courier = new InMemoryCourier(clock);
    private final FakeJobs jobs = new FakeJobs(courier.publisher());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Journal journal = new Journal("test", clock, new PrintStream(OutputStream.nullOutputStream()));
    private final AtomicInteger scans = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);
    private Duration longestScan = Duration.ofMinutes(1);

    @AfterEach
    void stop() {
        gate.countDown();
        threads.shutdownNow();
    }

    @Test
    void a_job_is_claimed_scanned_reported_and_completed() {
        FakeJobs.Job job = jobs.queue(311);

        try (RunningWorker worker = worker("a", this::findOne)) {
            settled();
        }

        assertThat(jobs.status(311)).isEqualTo("done");
        assertThat(job.findings).containsExactly(CHECK.key(new io.secplat.contracts.model.AssetKey("shop")));
        assertThat(job.checkedKeys).isEqualTo(job.findings);
        assertThat(job.requestIds).containsExactly("web-7Qd2");
        assertThat(job.log)
                .containsExactly("Scan tls_headers of shop begins", "looking", "Scan ends: 1 checks, 1 findings");
        assertThat(courier.deadLetters(StreamName.SCAN)).isEmpty();
    }

    @Test
    void a_message_without_a_job_goes_to_the_dead_letters_with_its_reason() {
        courier.add(StreamName.SCAN, Map.of("foo", "bar"));
        courier.add(StreamName.SCAN, Map.of("job_id", "abc"));
        courier.add(StreamName.SCAN, Map.of("job_id", "999999"));

        try (RunningWorker worker = worker("a", this::findOne)) {
            settled();
        }

        assertThat(courier.deadLetters(StreamName.SCAN))
                .extracting(letter -> letter.fields().get("error"))
                .containsExactly("missing_job_id", "invalid_job_id", "job_not_found");
    }

    @Test
    void a_job_that_is_not_ours_is_acknowledged_and_left_alone() {
        FakeJobs.Job job = jobs.queue(1);
        jobs.cancel(1);

        try (RunningWorker worker = worker("a", this::findOne)) {
            settled();
        }

        assertThat(scans).hasValue(0);
        assertThat(job.completions).isZero();
        assertThat(courier.deadLetters(StreamName.SCAN)).isEmpty();
    }

    @Test
    void heartbeats_and_log_lines_are_sent_while_the_scan_runs() {
        jobs.queue(1);

        try (RunningWorker worker = worker("a", this::findOneAfterTheGate)) {
            await().until(() -> jobs.heartbeats(1) >= 3);
            assertThat(jobs.log(1)).contains("looking");
            assertThat(jobs.status(1)).isEqualTo("running");
            gate.countDown();
            settled();
        }

        assertThat(jobs.status(1)).isEqualTo("done");
    }

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

    private interface Scan {
        ScanReport scan(ScanTarget target, ScanLog log) throws InterruptedException;
    }

    private ScanReport findOne(ScanTarget target, ScanLog log) {
        log.line("looking");
        scans.incrementAndGet();
        return ScanReport.of(target.asset())
                .failed(CHECK, Severity.HIGH, "seen", "mend it")
                .done();
    }

    private ScanReport findOneAfterTheGate(ScanTarget target, ScanLog log) throws InterruptedException {
        log.line("looking");
        gate.await();
        return findOne(target, log);
    }

    private RunningWorker worker(String name, Scan scan) {
        Scanner scanner = new Scanner() {
            @Override
            public JobType type() {
                return JobType.TLS_HEADERS;
            }

            @Override
            public ScanReport scan(ScanTarget target, ScanLog log) throws InterruptedException {
                return scan.scan(target, log);
            }
        };
        ScanSettings settings = new ScanSettings(name, Duration.ofMillis(150), longestScan, Duration.ofMillis(20));
        ScanHandler handler = new ScanHandler(
                jobs,
                List.of(scanner),
                settings,
                new ScanHandler.Surroundings(threads, clock, UUID::randomUUID, journal));
        StreamConsumers consumers = new StreamConsumers(
                courier, new StreamConsumer.Surroundings(clock, new java.util.Random(1), journal, Thread::new));
        return new RunningWorker(consumers.each(
                Role.SCAN_WORKERS,
                ConsumerGroup.WORKERS,
                name,
                ConsumerSettings.DEFAULT
                        .withBatch(1)
                        .withBlock(Duration.ofMillis(50))
                        .withClaimIdle(Duration.ofMillis(400))
                        .withRetry(new RetryPolicy(5, Duration.ofMillis(10), Duration.ofMillis(50))),
                handler));
    }

    /** Everything has been read and acknowledged. */
    private void settled() {
        await().until(() -> {
            var state = courier.state(ConsumerGroup.WORKERS);
            return state.pending() == 0
                    && state.lag() == 0
                    && !courier.entries(StreamName.SCAN).isEmpty()
                    && courier.inspector()
                            .inspect()
                            .get(StreamName.SCAN)
                            .groups()
                            .containsKey("workers");
        });
    }
}
