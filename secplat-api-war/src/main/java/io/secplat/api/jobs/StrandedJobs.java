package io.secplat.api.jobs;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.StreamInspector;
import io.secplat.stream.StreamInspector.StreamState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Finds jobs that wait while nobody is asked for them: nothing is left in the stream or in a worker's hands, twice in a row. A
 * message is used up by whoever finds no job that it may take; when a transaction that held one at that moment is undone,
 * the job has no message left. The same where a part of the courier was lost that its marker does not stand for. How often one
 * job is announced is bounded by {@link Reminders}.
 */
public final class StrandedJobs implements PeriodicWorker.Task {

    /** Two looks and the way to a worker take less than ten seconds. */
    public static final Duration INTERVAL = Duration.ofSeconds(4);

    private final ClaimableJobs jobs;
    private final Supplier<StreamInspector> inspector;
    private final Clock clock;
    private final Journal journal;
    private final Reminders reminders = new Reminders();
    private boolean seenBefore;

    public StrandedJobs(ClaimableJobs jobs, Supplier<StreamInspector> inspector, Clock clock, Journal journal) {
        this.jobs = jobs;
        this.inspector = inspector;
        this.clock = clock;
        this.journal = journal;
    }

    @Override
    public void run() {
        boolean stranded = jobs.waitWithAllSent() && nothingAsksForThem();
        if (stranded && seenBefore) {
            remind();
        }
        seenBefore = stranded && !seenBefore;
    }

    private void remind() {
        Instant now = clock.instant();
        List<Integer> announced = jobs.announce(reminders.resting(now));
        if (!announced.isEmpty()) {
            reminders.made(announced, now);
            journal.warn("job.stranded", "announced", Map.of("jobs", announced.size()));
        }
    }

    /** False as well while the courier is away: then nobody can be asked. */
    private boolean nothingAsksForThem() {
        try {
            Map<StreamName, StreamState> streams = inspector.get().inspect();
            return backlog(Objects.requireNonNull(streams.get(ConsumerGroup.WORKERS.stream()))) == 0;
        } catch (CourierUnavailableException e) {
            return false;
        }
    }

    /** Messages not read yet or not settled; without a group every one of them. */
    private static long backlog(StreamState stream) {
        StreamInspector.GroupState group = stream.groups().get(ConsumerGroup.WORKERS.wire());
        return group == null ? stream.length() : group.lag() + group.pending();
    }
}
