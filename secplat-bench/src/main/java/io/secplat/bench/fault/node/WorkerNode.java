package io.secplat.bench.fault.node;

import io.secplat.bench.fault.node.Failpoint.Place;
import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.model.JobType;
import io.secplat.contracts.model.Severity;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.MessageStream;
import io.secplat.stream.StreamConsumer;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.workers.scan.Check;
import io.secplat.workers.scan.ScanHandler;
import io.secplat.workers.scan.ScanLog;
import io.secplat.workers.scan.ScanReport;
import io.secplat.workers.scan.ScanSettings;
import io.secplat.workers.scan.ScanTarget;
import io.secplat.workers.scan.Scanner;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;

/** A scan worker whose scans, SCANS of them at once, take between a moment and four seconds, and find what {@link Content} says. */
public final class WorkerNode {

    private static final Duration CLAIM_IDLE = Duration.ofSeconds(2);

    private WorkerNode() {}

    public static void main(String[] arguments) throws InterruptedException {
        Surroundings with = new Surroundings(System.getenv());
        String name = System.getenv().getOrDefault("NAME", "worker");
        int scans = Integer.parseInt(System.getenv().getOrDefault("SCANS", "1"));
        MessageStream stream =
                new DyingStream(new RedisCourier(with.redis).open(ConsumerGroup.WORKERS, name), with.failpoint);
        ScanHandler handler = new ScanHandler(
                new DirectJobs(with.jobs(), with.findings(), with.failpoint),
                List.of(new MadeUpScanner(new Random(), with.failpoint)),
                new ScanSettings(name, scans, Surroundings.LEASE, Duration.ofSeconds(20), Duration.ofMillis(50)),
                new ScanHandler.Surroundings(
                        Executors.newCachedThreadPool(), with.clock, UUID::randomUUID, with.journal));
        ConsumerSettings settings = ConsumerSettings.DEFAULT
                .withBatch(1)
                .withConcurrency(scans)
                .withBlock(Duration.ofMillis(300))
                .withClaimIdle(CLAIM_IDLE);
        StreamConsumer.each(
                        ConsumerGroup.WORKERS,
                        stream,
                        settings,
                        new StreamConsumer.Surroundings(with.clock, new Random(), with.journal, WorkerNode::daemon),
                        handler)
                .run(new Forever());
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "consumer");
        thread.setDaemon(true);
        return thread;
    }

    private record MadeUpScanner(Random random, Failpoint failpoint) implements Scanner {

        @Override
        public JobType type() {
            return JobType.TLS_HEADERS;
        }

        @Override
        public ScanReport scan(ScanTarget target, ScanLog log) throws InterruptedException {
            ScanReport.Draft report = ScanReport.of(target.asset());
            boolean unused = new Forever().pause(Duration.ofMillis(duration()));
            failpoint.pass(Place.IN_SCAN);
            for (Check check : Content.failing(target.asset())) {
                report.failed(check, Severity.MEDIUM, "seen", "mend");
            }
            log.line("looked");
            return report.done();
        }

        /** In ms. One in four outlasts the lease, so that its heir is still at it when a worker wakes up that was frozen. */
        private int duration() {
            return random.nextInt(4) == 0 ? 1_000 + random.nextInt(3_000) : 20 + random.nextInt(300);
        }
    }
}
