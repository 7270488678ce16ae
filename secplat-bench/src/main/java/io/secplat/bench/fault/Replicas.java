package io.secplat.bench.fault;

import io.secplat.api.jobs.JobOrder;
import io.secplat.api.jobs.Jobs;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.bench.fault.node.ApiNode;
import io.secplat.bench.fault.node.Content;
import io.secplat.bench.fault.node.Surroundings;
import io.secplat.bench.fault.node.WorkerNode;
import io.secplat.contracts.model.JobType;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The same jobs with more and more workers: what a replica is worth, and how soon it stands in for another. */
public final class Replicas {

    private static final Caller CALLER = new Caller("mira", AccessRole.ANALYST, "replicas");

    private final Stores stores;
    private final Path log;

    public Replicas(Stores stores, Path log) {
        this.stores = stores;
        this.log = log;
    }

    /** Jobs a second, from the moment that all processes have begun to the end of the last job. */
    public double perSecond(int workers, int jobs) throws IOException, SQLException, InterruptedException {
        String schema = "replicas_" + workers;
        stores.create(schema);
        stores.flush();
        List<Node> nodes = new ArrayList<>();
        try (Connection database = stores.connect(schema)) {
            Ledger ledger = new Ledger(database);
            ledger.begin();
            Jobs queue = new Surroundings(stores.environment(schema)).jobs();
            nodes.add(start(ApiNode.class, schema, "api", jobs));
            for (int n = 0; n < workers; n++) {
                nodes.add(start(WorkerNode.class, schema, "worker-" + n, jobs));
            }
            order(queue, workers);
            await(ledger);
            long begin = System.nanoTime();
            order(queue, jobs);
            await(ledger);
            return jobs * 1e9 / (System.nanoTime() - begin);
        } finally {
            nodes.forEach(Node::close);
        }
    }

    /**
     * Kills the worker that has a job in hand, again and again, until so many jobs have lost theirs; another one is there.
     * How long after the end of its lease each of them began anew, in seconds, shortest first.
     */
    public List<Double> takeoverSeconds(int jobs) throws IOException, SQLException, InterruptedException {
        String schema = "takeovers";
        stores.create(schema);
        stores.flush();
        Map<String, Node> nodes = new HashMap<>();
        try (Connection database = stores.connect(schema)) {
            Ledger ledger = new Ledger(database);
            ledger.begin();
            Jobs queue = new Surroundings(stores.environment(schema)).jobs();
            nodes.put("api", start(ApiNode.class, schema, "api", jobs));
            for (int n = 0; ledger.takeoverSeconds().size() < jobs; n++) {
                for (String name : List.of("worker-" + n, "worker-" + (n + 1))) {
                    if (!nodes.containsKey(name)) {
                        nodes.put(name, start(WorkerNode.class, schema, name, n));
                    }
                }
                order(queue, 2);
                kill(nodes, ledger);
                await(ledger);
            }
            return ledger.takeoverSeconds();
        } finally {
            nodes.values().forEach(Node::close);
        }
    }

    /** The first that is seen with a job in hand, if any is before all are done. */
    private static void kill(Map<String, Node> nodes, Ledger ledger) throws SQLException, InterruptedException {
        List<String> busy = ledger.busy();
        while (busy.isEmpty() && !ledger.quiet()) {
            busy = ledger.busy();
        }
        for (String name : busy.subList(0, Math.min(1, busy.size()))) {
            Node worker = nodes.get(name);
            if (worker != null) {
                worker.kill();
            }
        }
    }

    private Node start(Class<?> main, String schema, String name, int seed) throws IOException {
        Map<String, String> environment = new HashMap<>(stores.environment(schema));
        environment.put("NAME", name);
        environment.put("SEED", Integer.toString(seed));
        return Node.start(main, environment, log, new Node.News());
    }

    private static void order(Jobs queue, int jobs) {
        for (int n = 0; n < jobs; n++) {
            Jobs.Ordered unused = queue.order(
                    new JobOrder(JobType.TLS_HEADERS, 1 + n % Content.ASSETS, JsonValue.EMPTY_JSON_OBJECT, true),
                    CALLER);
        }
    }

    private static void await(Ledger ledger) throws SQLException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (!ledger.quiet()) {
            boolean unused = never.await(20, TimeUnit.MILLISECONDS);
        }
    }
}
