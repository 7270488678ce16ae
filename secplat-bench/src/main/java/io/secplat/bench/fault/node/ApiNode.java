package io.secplat.bench.fault.node;

import io.secplat.api.jobs.JobOrder;
import io.secplat.api.jobs.JobPriority;
import io.secplat.api.jobs.Jobs;
import io.secplat.api.jobs.StrandedJobs;
import io.secplat.api.jobs.postgres.PostgresExpiredLeases;
import io.secplat.api.jobs.postgres.QueuedJobs;
import io.secplat.api.outbox.CourierWatch;
import io.secplat.api.outbox.OutboxRelay;
import io.secplat.api.outbox.OutboxTarget;
import io.secplat.api.outbox.StreamTarget;
import io.secplat.api.outbox.postgres.PostgresOutbox;
import io.secplat.api.outbox.postgres.PostgresRelayTurn;
import io.secplat.api.postgres.DatabaseUnavailableException;
import io.secplat.api.postgres.PatientTask;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.JobType;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.stream.redis.RedisCourierMarker;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** An API: orders jobs and cancels some, relays the outbox, gives away the jobs of silent workers, finds stranded ones. */
public final class ApiNode {

    private static final Caller CALLER = new Caller("mira", AccessRole.ANALYST, "faults");
    private static final Duration SWEEP = Duration.ofMillis(300);

    private final Surroundings with;
    private final Random random;
    private final Forever context = new Forever();

    private ApiNode(Surroundings with, long seed) {
        this.with = with;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        ApiNode node =
                new ApiNode(new Surroundings(environment), Long.parseLong(environment.getOrDefault("SEED", "0")));
        node.begin("relay", node.relay());
        if (environment.containsKey("STRANDED_PASS")) {
            node.begin("stranded", node.stranded());
        }
        node.sweep(Integer.parseInt(environment.getOrDefault("ORDERS", "0")));
    }

    private Worker relay() {
        PostgresOutbox outbox = new PostgresOutbox(with.database);
        CourierWatch watch = new CourierWatch(
                new RedisCourierMarker(with.redis.link()),
                () -> outbox.lastPublished(Set.of(StreamName.SCAN.wire())),
                List.of(new QueuedJobs(with.database, with.outbox, UUID::randomUUID)),
                with.clock,
                with.journal);
        OutboxTarget target =
                new StreamTarget(new DyingPublisher(new RedisCourier(with.redis).publisher(), with.failpoint), watch);
        return new OutboxRelay(outbox, new PostgresRelayTurn(with.database), target, with.signal, with.journal);
    }

    private Worker stranded() {
        StrandedJobs task = new StrandedJobs(
                new QueuedJobs(with.database, with.outbox, UUID::randomUUID),
                new RedisCourier(with.redis)::inspector,
                with.clock,
                with.journal);
        return new PeriodicWorker(Role.API, "stranded-jobs", StrandedJobs.INTERVAL, with.clock, new PatientTask(task));
    }

    private void begin(String name, Worker worker) {
        Thread thread = new Thread(
                () -> {
                    try {
                        worker.run(context);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Orders, cancels and sweeps in turn, for ever. */
    private void sweep(int orders) throws InterruptedException {
        Jobs jobs = with.jobs();
        PostgresExpiredLeases expired =
                new PostgresExpiredLeases(with.database, with.outbox, with.rules, UUID::randomUUID, with.clock);
        int left = orders;
        while (context.pause(left > 0 ? Duration.ofMillis(20 + random.nextInt(80)) : SWEEP)) {
            try {
                if (left > 0) {
                    left--;
                    order(jobs);
                }
                int unused = expired.recover();
            } catch (DatabaseUnavailableException e) {
                // Postgres is on its way back
            } catch (ProblemException e) {
                // the job that was to be cancelled was over
            } catch (RuntimeException e) {
                Say.line(Unexpected.of("api", e));
            }
        }
    }

    private void order(Jobs jobs) {
        int asset = 1 + random.nextInt(Content.ASSETS);
        JobPriority priority = JobPriority.ofRank(random.nextInt(3) - 1);
        JobOrder order = new JobOrder(JobType.TLS_HEADERS, asset, JsonValue.EMPTY_JSON_OBJECT, true, priority);
        int job = jobs.order(order, CALLER).job().id();
        Say.line(Content.ACCEPTED + job);
        if (random.nextInt(12) == 0) {
            jobs.cancel(job, CALLER);
        }
    }
}
