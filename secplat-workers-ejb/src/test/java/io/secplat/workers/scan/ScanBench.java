package io.secplat.workers.scan;

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
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

/** A scan worker on a courier in memory, with jobs that are not real. */
@SuppressWarnings("try")
class ScanBench {

    static final Check CHECK = new Check("tls_scan", "tls", "tls", "No HTTPS");

    final Clock clock = Clock.systemUTC();
    final InMemoryCourier courier = new InMemoryCourier(clock);
    final FakeJobs jobs = new FakeJobs(courier.publisher());
    final ExecutorService threads = Executors.newCachedThreadPool();
    final Journal journal = new Journal("test", clock, new PrintStream(OutputStream.nullOutputStream()));
    final AtomicInteger scans = new AtomicInteger();
    final CountDownLatch gate = new CountDownLatch(1);
    Duration longestScan = Duration.ofMinutes(1);
    int hands = 1;

    @AfterEach
    void stop() {
        gate.countDown();
        threads.shutdownNow();
    }

    interface Scan {
        ScanReport scan(ScanTarget target, ScanLog log) throws InterruptedException;
    }

    ScanReport findOne(ScanTarget target, ScanLog log) {
        log.line("looking");
        scans.incrementAndGet();
        return ScanReport.of(target.asset())
                .failed(CHECK, Severity.HIGH, "seen", "mend it")
                .done();
    }

    ScanReport findOneAfterTheGate(ScanTarget target, ScanLog log) throws InterruptedException {
        log.line("looking");
        gate.await();
        return findOne(target, log);
    }

    RunningWorker worker(String name, Scan scan) {
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
        ScanSettings settings =
                new ScanSettings(name, hands, Duration.ofMillis(150), longestScan, Duration.ofMillis(20));
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
                        .withConcurrency(hands)
                        .withBlock(Duration.ofMillis(50))
                        .withClaimIdle(Duration.ofMillis(400))
                        .withRetry(new RetryPolicy(5, Duration.ofMillis(10), Duration.ofMillis(50))),
                handler));
    }

    /** Everything has been read and acknowledged. */
    void settled() {
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
