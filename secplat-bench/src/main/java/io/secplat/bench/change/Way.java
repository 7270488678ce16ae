package io.secplat.bench.change;

import io.secplat.bench.load.Latencies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of changes.
 *
 * @param written when its status document was due, and written; empty for what went to the notifier directly
 * @param published when each was due, and published
 * @param asked when the API asked the notifier; empty for what went to the notifier directly
 * @param told when Slack had it
 * @param counted those whose times count; the others warmed things up
 */
record Way(
        Map<Change, Pacer.Done> written,
        Map<Change, Pacer.Done> published,
        Map<Change, NotifyTail.Asked> asked,
        Map<Change, Instant> told,
        List<Change> counted) {

    /** When a change had come so far; empty when that is not known. */
    private interface Place {
        Optional<Instant> of(Change change);
    }

    /** From when it was due until Slack's door. */
    Part whole(String name) {
        return between(name, this::due, this::told);
    }

    /** Where the time went, one after the other. */
    List<Part> parts() {
        return List.of(
                between("before: the status document, written by the bench", this::writingDue, this::written),
                between("published", this::due, this::published),
                between("until the API's transaction begins", this::published, this::begun),
                between("decided, committed, relayed to the notify stream", this::begun, this::askedFor),
                between("notifier, until Slack's door", this::askedFor, this::told));
    }

    /** How many of all changes were told. */
    int toldCount() {
        return (int) published.keySet().stream().filter(told::containsKey).count();
    }

    boolean isComplete() {
        return toldCount() == published.size();
    }

    private Part between(String name, Place from, Place to) {
        Latencies took = new Latencies();
        for (Change change : counted) {
            from.of(change)
                    .flatMap(begin -> to.of(change).map(end -> Duration.between(begin, end)))
                    .ifPresent(passed -> took.add(passed.toNanos()));
        }
        return new Part(name, took);
    }

    private Optional<Instant> writingDue(Change change) {
        return Optional.ofNullable(written.get(change)).map(Pacer.Done::due);
    }

    private Optional<Instant> written(Change change) {
        return Optional.ofNullable(written.get(change)).map(Pacer.Done::at);
    }

    private Optional<Instant> due(Change change) {
        return Optional.ofNullable(published.get(change)).map(Pacer.Done::due);
    }

    private Optional<Instant> published(Change change) {
        return Optional.ofNullable(published.get(change)).map(Pacer.Done::at);
    }

    private Optional<Instant> begun(Change change) {
        return Optional.ofNullable(asked.get(change)).map(NotifyTail.Asked::begun);
    }

    private Optional<Instant> askedFor(Change change) {
        return Optional.ofNullable(asked.get(change)).map(NotifyTail.Asked::published);
    }

    private Optional<Instant> told(Change change) {
        return Optional.ofNullable(told.get(change));
    }
}
