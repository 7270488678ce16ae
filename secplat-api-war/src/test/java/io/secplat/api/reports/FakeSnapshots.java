package io.secplat.api.reports;

import io.secplat.api.request.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Snapshots in memory; all are kept. */
final class FakeSnapshots implements Snapshots {

    private final List<Snapshot> stored = new ArrayList<>();
    private final Clock clock;

    FakeSnapshots(Clock clock) {
        this.clock = clock;
    }

    List<Snapshot> stored() {
        return stored;
    }

    @Override
    public Snapshot save(Report report, Caller caller) {
        Snapshot snapshot = new Snapshot(stored.size() + 1, clock.instant(), report);
        stored.add(snapshot);
        return snapshot;
    }

    @Override
    public Optional<Snapshot> saveUnlessSince(Report report, Instant since) {
        if (!since(since).isEmpty()) {
            return Optional.empty();
        }
        stored.add(new Snapshot(stored.size() + 1, clock.instant(), report));
        return Optional.of(stored.get(stored.size() - 1));
    }

    @Override
    public List<Snapshot> page(int limit, Optional<Integer> below) {
        return stored.stream()
                .filter(snapshot -> snapshot.id() < below.orElse(Integer.MAX_VALUE))
                .sorted(Comparator.comparing(Snapshot::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Snapshot> find(int id) {
        return stored.stream().filter(snapshot -> snapshot.id() == id).findFirst();
    }

    @Override
    public Optional<Snapshot> newestBefore(Instant time) {
        return stored.stream()
                .filter(snapshot -> snapshot.createdAt().isBefore(time))
                .reduce((earlier, later) -> later);
    }

    @Override
    public List<Snapshot> since(Instant time) {
        return stored.stream()
                .filter(snapshot -> !snapshot.createdAt().isBefore(time))
                .toList();
    }
}
