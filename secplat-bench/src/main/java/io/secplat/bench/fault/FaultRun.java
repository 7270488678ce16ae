package io.secplat.bench.fault;

import io.secplat.bench.fault.node.ApiNode;
import io.secplat.bench.fault.node.Failpoint.Place;
import io.secplat.bench.fault.node.WorkerNode;
import io.secplat.local.launch.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One seed: two APIs that order, three workers with three scans at once each, and faults at times that the seed names. Processes that died are
 * started again. When the faults are over everything is left alone until nothing is left to do; then the ledger is asked.
 */
public final class FaultRun {

    private static final int APIS = 2;
    private static final int WORKERS = 3;
    private static final int SCANS_AT_ONCE = 3;
    private static final int ORDERS = 30;
    private static final int STRIKES = 12;

    /** Workers are struck most often: they hold the leases. */
    private static final List<Fault> FAULTS_AT_HAND = List.of(
            Fault.KILL_API,
            Fault.KILL_WORKER,
            Fault.KILL_WORKER,
            Fault.FREEZE_WORKER,
            Fault.FREEZE_WORKER,
            Fault.FREEZE_WORKER,
            Fault.FLUSH_REDIS,
            Fault.CUT_REDIS,
            Fault.RESTART_POSTGRES);

    private static final int LOOK_MS = 50;

    /** Some fifty messages: what a second of a run writes. */
    private static final int MOST_LOST_BYTES = 32_768;

    private static final Duration BUSY_SOON = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Place> API_PLACES =
            List.of(Place.BEFORE_COMMIT, Place.AFTER_COMMIT, Place.BEFORE_PUBLISH, Place.AFTER_PUBLISH);
    private static final List<Place> WORKER_PLACES = List.of(
            Place.BEFORE_COMMIT,
            Place.AFTER_COMMIT,
            Place.IN_SCAN,
            Place.AFTER_FINDINGS,
            Place.AFTER_COMPLETE,
            Place.BEFORE_ACKNOWLEDGE,
            Place.AFTER_ACKNOWLEDGE);

    private final Stores stores;
    private final Path log;
    private final long seed;
    private final boolean strandedPass;
    private final Random random;
    private final String schema;
    private final Node.News news = new Node.News();
    private final Map<String, Node> nodes = new HashMap<>();
    private final Zombies zombies = new Zombies();
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final CountDownLatch never = new CountDownLatch(1);

    /** @param strandedPass whether the APIs announce jobs again that wait while nothing asks for them */
    public FaultRun(Stores stores, Path log, long seed, boolean strandedPass) {
        this.stores = stores;
        this.log = log;
        this.seed = seed;
        this.strandedPass = strandedPass;
        this.random = new Random(seed);
        this.schema = "seed_" + seed;
    }

    /**
     * What came of a seed.
     *
     * @param takeoverSeconds from the end of a lease to the next worker, for each job that lost its worker, shortest first
     * @param zombies how many workers woke up while another was at their job
     * @param deaths how many processes died at a failpoint, by place
     * @param broken what was not as it must be; empty when all is well
     */
    public record Verdict(
            long seed,
            long jobs,
            List<Double> takeoverSeconds,
            int zombies,
            Map<String, Integer> deaths,
            Map<Fault, Integer> faults,
            List<String> broken) {

        /** One line for people. */
        public String line() {
            return "seed " + seed + ": " + jobs + " jobs, " + takeoverSeconds.size() + " taken over" + delays() + ", "
                    + zombies + " zombies, died " + deaths + ", faults " + faults
                    + (broken.isEmpty() ? ", all well" : ", BROKEN " + broken);
        }

        private String delays() {
            int size = takeoverSeconds.size();
            return size == 0
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            " (%.1f s after the lease, at most %.1f s)",
                            takeoverSeconds.get(size / 2),
                            takeoverSeconds.get(size - 1));
        }
    }

    /** Runs the seed to its end; stores and processes of this run are gone when it returns. */
    public Verdict run() throws IOException, InterruptedException, SQLException {
        stores.create(schema);
        stores.flush();
        try (Connection database = stores.connect(schema)) {
            new Ledger(database).begin();
        }
        try {
            for (int n = 0; n < APIS; n++) {
                start("api-" + n, true);
            }
            for (int n = 0; n < WORKERS; n++) {
                start("worker-" + n, true);
            }
            trouble();
            return verdict(settle());
        } finally {
            nodes.values().forEach(Node::close);
        }
    }

    private void start(String name, boolean dying) throws IOException {
        boolean api = name.startsWith("api");
        Map<String, String> environment = new HashMap<>(stores.environment(schema));
        environment.put("NAME", name);
        environment.put("SEED", Long.toString(random.nextLong()));
        environment.put("SCANS", Integer.toString(SCANS_AT_ONCE));
        environment.put("ORDERS", Integer.toString(dying && api ? ORDERS : 0));
        environment.put("FAILPOINT", dying && random.nextInt(4) > 0 ? failpoint(api ? API_PLACES : WORKER_PLACES) : "");
        if (strandedPass) {
            environment.put("STRANDED_PASS", "on");
        }
        Class<?> main = api ? ApiNode.class : WorkerNode.class;
        nodes.put(name, Node.start(main, environment, log, news));
    }

    private String failpoint(List<Place> places) {
        Place place = places.get(random.nextInt(places.size()));
        return place.wire() + ":" + (1 + random.nextInt(12));
    }

    private void trouble() throws IOException, InterruptedException {
        while (news.accepted.isEmpty()) {
            watch(LOOK_MS, true);
        }
        for (int strike = 0; strike < STRIKES; strike++) {
            watch(200 + random.nextInt(700), true);
            strike(FAULTS_AT_HAND.get(random.nextInt(FAULTS_AT_HAND.size())));
        }
    }

    private void strike(Fault fault) throws IOException, InterruptedException {
        faults.merge(fault, 1, Integer::sum);
        switch (fault) {
            case KILL_API -> node("api-" + random.nextInt(APIS)).kill();
            case KILL_WORKER -> node(workers().get(0)).kill();
            case FREEZE_WORKER -> freeze();
            case FLUSH_REDIS -> stores.flush();
            case CUT_REDIS -> stores.cutRedis(random.nextInt(MOST_LOST_BYTES));
            case RESTART_POSTGRES -> stores.restart(Part.POSTGRES);
        }
    }

    /** In an order that the seed names, those with a job in hand first: there it hurts. */
    private List<String> workers() throws IOException {
        List<String> names = new ArrayList<>();
        for (int n = 0; n < WORKERS; n++) {
            names.add("worker-" + n);
        }
        Collections.shuffle(names, random);
        try (Connection database = stores.connect(schema)) {
            List<String> busy = new Ledger(database).busy();
            names.sort(Comparator.comparing((String name) -> !busy.contains(name) || zombies.isAsleep(name)));
        } catch (SQLException e) {
            // Postgres is on its way back
        }
        return names;
    }

    private Node node(String name) {
        return Objects.requireNonNull(nodes.get(name));
    }

    /** Waits for a worker that has a job in hand, since no other becomes a zombie; not for ever, for there may be none left. */
    private void freeze() throws IOException, InterruptedException {
        long end = System.nanoTime() + BUSY_SOON.toNanos();
        while (!stopOne() && System.nanoTime() < end) {
            watch(LOOK_MS, true);
        }
    }

    private boolean stopOne() throws IOException, InterruptedException {
        try (Connection database = stores.connect(schema)) {
            Ledger ledger = new Ledger(database);
            for (String name : workers()) {
                if (!zombies.isAsleep(name) && node(name).isAlive() && zombies.stop(name, node(name), ledger)) {
                    return true;
                }
            }
        } catch (SQLException e) {
            // Postgres is on its way back
        }
        return false;
    }

    private void watch(long millis, boolean dying) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (System.nanoTime() < end) {
            pause(LOOK_MS);
            wake();
            revive(dying);
        }
    }

    private void wake() throws IOException, InterruptedException {
        if (!zombies.none()) {
            try (Connection database = stores.connect(schema)) {
                zombies.wake(new Ledger(database));
            } catch (SQLException e) {
                // Postgres is on its way back
            }
        }
    }

    private void revive(boolean dying) throws IOException {
        for (String name : new TreeSet<>(nodes.keySet())) {
            if (!node(name).isAlive()) {
                zombies.forget(name);
                start(name, dying);
            }
        }
    }

    /** Until nothing is left to do; stuck is what gets nowhere for long, however slow the machine is. */
    private List<String> settle() throws IOException, InterruptedException, SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long left = Long.MAX_VALUE;
        boolean quiet = false;
        while (!quiet && System.nanoTime() < end) {
            watch(200, false);
            quiet = zombies.none() && isQuiet();
            long now = unfinished();
            if (now < left) {
                left = now;
                end = System.nanoTime() + PATIENCE.toNanos();
            }
        }
        return quiet ? List.of() : List.of("no job ended for " + PATIENCE.toSeconds() + " s");
    }

    private long unfinished() throws IOException, SQLException {
        try (Connection database = stores.connect(schema)) {
            return new Ledger(database).left();
        }
    }

    private boolean isQuiet() throws IOException, SQLException {
        try (Connection database = stores.connect(schema)) {
            return new Ledger(database).quiet();
        }
    }

    private Verdict verdict(List<String> stuck) throws IOException, SQLException {
        try (Connection database = stores.connect(schema)) {
            Ledger ledger = new Ledger(database);
            List<String> broken = new ArrayList<>(stuck);
            broken.addAll(ledger.unfinished());
            broken.addAll(ledger.broken(new TreeSet<>(news.accepted)));
            broken.addAll(new TreeSet<>(news.unexpected));
            Map<String, Integer> deaths = new TreeMap<>();
            news.deaths.forEach(place -> deaths.merge(place, 1, Integer::sum));
            return new Verdict(seed, ledger.jobs(), ledger.takeoverSeconds(), zombies.risen(), deaths, faults, broken);
        }
    }

    private void pause(long millis) throws InterruptedException {
        boolean unused = never.await(millis, TimeUnit.MILLISECONDS);
    }
}
