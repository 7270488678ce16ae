package io.secplat.bench.fault;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Workers that were stopped with a job in hand. Each wakes up when another is at its job, and then it is a zombie. */
final class Zombies {

    /** A lease, a sweep, and the wait for a worker that is free; then it wakes up whether or not it has an heir. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Map<String, Asleep> asleep = new HashMap<>();
    private int risen;

    private record Asleep(Node node, List<String> jobs, long latest) {}

    /** How many woke up while another was at their job. */
    int risen() {
        return risen;
    }

    boolean none() {
        return asleep.isEmpty();
    }

    boolean isAsleep(String name) {
        return asleep.containsKey(name);
    }

    /** Stops the worker where it stands; false, and it goes on, when by then it has nothing in hand. */
    boolean stop(String name, Node node, Ledger ledger) throws IOException, InterruptedException, SQLException {
        List<String> jobs = List.of();
        node.freeze();
        try {
            jobs = ledger.heldBy(name);
        } finally {
            if (jobs.isEmpty()) {
                node.thaw();
            }
        }
        if (!jobs.isEmpty()) {
            asleep.put(name, new Asleep(node, jobs, System.nanoTime() + LONGEST.toNanos()));
        }
        return !jobs.isEmpty();
    }

    /** Wakes up those whose time has come. */
    void wake(Ledger ledger) throws IOException, InterruptedException, SQLException {
        for (Map.Entry<String, Asleep> one : new ArrayList<>(asleep.entrySet())) {
            boolean heir = ledger.hasHeir(one.getValue().jobs(), one.getKey());
            if (heir || one.getValue().latest() < System.nanoTime()) {
                asleep.remove(one.getKey());
                one.getValue().node().thaw();
                risen += heir ? 1 : 0;
            }
        }
    }

    /** It has died meanwhile. */
    void forget(String name) {
        asleep.remove(name);
    }
}
