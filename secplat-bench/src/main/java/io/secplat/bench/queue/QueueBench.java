package io.secplat.bench.queue;

import io.secplat.api.postgres.Database;
import io.secplat.bench.fault.Replicas;
import io.secplat.bench.fault.Stores;
import io.secplat.bench.fault.node.Failpoint;
import io.secplat.bench.fault.node.Surroundings;
import io.secplat.bench.load.Latencies;
import io.secplat.bench.report.Machine;
import io.secplat.bench.report.Medians;
import io.secplat.local.store.Folders;
import io.secplat.runtime.Journal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./secplat-bench/run queue}: how fast jobs travel here. */
@Command(
        name = "queue",
        mixinStandardHelpOptions = true,
        description = "Measures the stream against Redis itself, and the way from an order to its worker.")
public final class QueueBench implements Callable<Integer> {

    private static final String ASSETS =
            """
            INSERT INTO assets (asset_key, type, name, verified)
            SELECT 'asset-' || n, 'external_web', 'host-' || n || '.example.org', true FROM generate_series(1, 1000) n
            """;

    private static final int TAKEOVERS = 10;

    @Option(names = "--messages", defaultValue = "100000", description = "In each round (${DEFAULT-VALUE}).")
    private int messages;

    @Option(names = "--batch", defaultValue = "500", description = "Messages that travel together (${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds of the comparison (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--rate", defaultValue = "200", description = "Orders a second (${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--orders", defaultValue = "6000", description = "Orders in all (${DEFAULT-VALUE}).")
    private int orders;

    @Option(names = "--scans", defaultValue = "60", description = "Scans for 1, 2 and 4 workers (${DEFAULT-VALUE}).")
    private int scans;

    private final Path root;
    private final PrintStream out;

    public QueueBench(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "bench");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException, ExecutionException {
        Path target = Files.createDirectories(root.resolve("secplat-bench/target"));
        Path data = Files.createTempDirectory(target, "queue-");
        Machine.facts().forEach((name, value) -> out.println("* " + name + ": " + value));
        try (Stores stores = Stores.start(root, data)) {
            streams(stores.environment("public"));
            orders(stores);
            Replicas replicas = new Replicas(stores, target.resolve("replicas.log"));
            replicas(replicas);
            takeovers(replicas.takeoverSeconds(TAKEOVERS));
        }
        Folders.delete(data);
        return 0;
    }

    private void streams(Map<String, String> environment) throws IOException, InterruptedException, ExecutionException {
        String url = environment.getOrDefault("REDIS_URL", "");
        RawTrip raw = new RawTrip(url, StreamTrip.fields());
        StreamTrip ours = new StreamTrip(url, silent());
        List<Double> reference = new ArrayList<>();
        List<Double> batches = new ArrayList<>();
        List<Double> singles = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            double one = perSecond(raw.run(messages, batch));
            double two = perSecond(ours.run(messages, batch, true));
            double three = perSecond(ours.run(messages, batch, false));
            if (round > 0) {
                reference.add(one);
                batches.add(two);
                singles.add(three);
            }
        }
        line("XADD, XREADGROUP, XACK (reference)", reference, reference);
        line("publisher, consumer in batches, no-op handler", batches, reference);
        line("publisher, consumer one by one, no-op handler", singles, reference);
    }

    private double perSecond(long nanos) {
        return messages * 1e9 / nanos;
    }

    private void line(String name, List<Double> values, List<Double> reference) {
        out.printf(
                Locale.ROOT,
                "| %s | %.0f a second | ratio %.2f |%n",
                name,
                Medians.of(values),
                Medians.ofRatios(values, reference));
    }

    private void orders(Stores stores) throws IOException, SQLException, InterruptedException {
        stores.create("orders");
        Map<String, String> environment = stores.environment("orders");
        Database database = Surroundings.database(environment, Failpoint.parse(""));
        database.change(handle -> handle.execute(ASSETS));
        String url = environment.getOrDefault("REDIS_URL", "");
        int warmUp = orders / 3;
        Latencies unused = new OrderTrip(database, url, silent(), warmUp).run(warmUp, rate);
        Latencies found = new OrderTrip(database, url, silent(), orders).run(orders, rate);
        out.printf(
                Locale.ROOT,
                "| order to worker, %.0f a second | %d jobs | p50 %.2f ms | p90 %.2f ms | p99 %.2f ms | max %.2f ms |%n",
                rate,
                found.count(),
                found.percentile(50),
                found.percentile(90),
                found.percentile(99),
                found.percentile(100));
    }

    private void replicas(Replicas replicas) throws IOException, SQLException, InterruptedException {
        for (int workers : List.of(1, 2, 4)) {
            double rate = replicas.perSecond(workers, scans);
            out.printf(Locale.ROOT, "| %d workers, scans of 0.7 s | %.2f jobs a second |%n", workers, rate);
        }
    }

    private void takeovers(List<Double> seconds) {
        out.printf(
                Locale.ROOT,
                "| a killed worker's job begins anew, after the end of its lease | %d jobs | p50 %.2f s | max %.2f s |%n",
                seconds.size(),
                Medians.of(seconds),
                seconds.get(seconds.size() - 1));
    }

    private static Journal silent() {
        return new Journal(
                "bench",
                Clock.systemUTC(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }
}
