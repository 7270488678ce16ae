package io.secplat.bench.queue;

import io.secplat.api.jobs.JobOrder;
import io.secplat.api.jobs.Jobs;
import io.secplat.api.jobs.LeaseRules;
import io.secplat.api.jobs.postgres.PostgresJobs;
import io.secplat.api.outbox.CourierWatch;
import io.secplat.api.outbox.OutboxRelay;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.StreamTarget;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.outbox.postgres.PostgresOutbox;
import io.secplat.api.outbox.postgres.PostgresRelayTurn;
import io.secplat.api.postgres.Database;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.bench.load.Latencies;
import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.JobType;
import io.secplat.runtime.Journal;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.Message;
import io.secplat.stream.Outcome;
import io.secplat.stream.StreamConsumer;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.stream.redis.RedisCourierMarker;
import io.secplat.stream.redis.RedisServer;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** From the commit that orders a job to the worker that begins with it, at a steady rate. */
final class OrderTrip {

    private static final int ORDERING = 8;
    private static final Caller CALLER = new Caller("mira", AccessRole.ANALYST, "bench");

    private final Database database;
    private final String redisUrl;
    private final Journal journal;
    private final OutboxSignal signal = new OutboxSignal();
    private final Map<Integer, Long> ordered = new ConcurrentHashMap<>();
    private final Map<Integer, Long> begun = new ConcurrentHashMap<>();
    private final Countdown end;

    OrderTrip(Database database, String redisUrl, Journal journal, int jobs) {
        this.database = database;
        this.redisUrl = redisUrl;
        this.journal = journal;
        this.end = new Countdown(jobs);
    }

    /** How long each job waited for its worker. */
    Latencies run(int jobs, double perSecond) throws InterruptedException {
        OutboxTable outbox = new OutboxTable(signal);
        Jobs ours = new PostgresJobs(
                database,
                outbox,
                (handle, jobId, assetId, keys, now) -> {},
                new LeaseRules(Duration.ofMinutes(1), 5),
                UUID::randomUUID,
                Clock.systemUTC());
        try (RedisServer server = RedisServer.at(Optional.of(redisUrl))) {
            String unused = server.link().ask(redis -> redis.flushall());
            begin("relay", () -> relay(server).run(end));
            begin("worker", () -> worker(server).run(end));
            order(ours, jobs, perSecond);
            while (end.pause(Duration.ofMillis(20))) {
                // until the last has begun
            }
        }
        Latencies latencies = new Latencies();
        begun.forEach((job, at) -> latencies.add(Math.max(0, at - ordered.getOrDefault(job, at))));
        return latencies;
    }

    private OutboxRelay relay(RedisServer server) {
        PostgresOutbox outbox = new PostgresOutbox(database);
        CourierWatch watch = new CourierWatch(
                new RedisCourierMarker(server.link()),
                () -> outbox.lastPublished(Set.of(StreamName.SCAN.wire())),
                List.of(),
                Clock.systemUTC(),
                journal);
        StreamTarget target = new StreamTarget(new RedisCourier(server).publisher(), watch);
        return new OutboxRelay(outbox, new PostgresRelayTurn(database), target, signal, journal);
    }

    private StreamConsumer worker(RedisServer server) {
        return StreamConsumer.each(
                ConsumerGroup.WORKERS,
                new RedisCourier(server).open(ConsumerGroup.WORKERS, "bench"),
                ConsumerSettings.DEFAULT.withBlock(Duration.ofMillis(100)),
                new StreamConsumer.Surroundings(Clock.systemUTC(), new Random(), journal, QueueBench::daemon),
                this::work);
    }

    private Outcome work(Message message) {
        message.reader().integer("job_id").ifPresent(job -> begun.put(job, System.nanoTime()));
        end.down(1);
        return Outcome.DONE;
    }

    private void order(Jobs jobs, int count, double perSecond) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(ORDERING, QueueBench::daemon);
        long start = System.nanoTime();
        for (int n = 0; n < count; n++) {
            int asset = 1 + n % 1_000;
            LockSupport.parkNanos(start + Math.round(n * 1e9 / perSecond) - System.nanoTime());
            pool.execute(() -> {
                JobOrder order = new JobOrder(JobType.TLS_HEADERS, asset, JsonValue.EMPTY_JSON_OBJECT, true);
                int job = jobs.order(order, CALLER).job().id();
                ordered.put(job, System.nanoTime());
            });
        }
        pool.shutdown();
        boolean unused = pool.awaitTermination(1, TimeUnit.MINUTES);
    }

    private interface Loop {
        void run() throws InterruptedException;
    }

    private static void begin(String name, Loop loop) {
        Thread thread = QueueBench.daemon(() -> {
            try {
                loop.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setName(name);
        thread.start();
    }
}
