package io.secplat.bench.change;

import io.secplat.api.alerts.Tale;
import io.secplat.api.alerts.Telling;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.PostureChanged;
import io.secplat.contracts.event.SecPlatEvent;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.AssetStatuses;
import io.secplat.search.AssetStatuses.Stored;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.stream.EventPublisher;
import io.secplat.stream.EventPublisher.Outgoing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Tells of changes as the deriver does: reads the status documents, writes them anew, then publishes what changed. */
final class Derivations {

    private final AssetStatuses statuses;
    private final EventPublisher publisher;
    private final Clock clock;
    private final Tale tale = new Tale(Optional.empty());

    Derivations(AssetStatuses statuses, EventPublisher publisher, Clock clock) {
        this.statuses = statuses;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The first word of the whole way; an IllegalStateException says that somebody else writes documents. */
    void change(List<Change> changes) {
        Map<AssetKey, Stored> before = find(changes);
        List<Write> writes = new ArrayList<>();
        List<Outgoing> outgoing = new ArrayList<>();
        for (Change change : changes) {
            Stored over = Objects.requireNonNull(before.get(change.asset()));
            AssetStatusDocument after = Turn.of(over.document(), change.down(), clock.instant());
            writes.add(new Write(after, over));
            outgoing.add(outgoing(changed(over.document(), after)));
        }
        if (!statuses.write(writes).isEmpty()) {
            throw new IllegalStateException("somebody else wrote a status document");
        }
        publisher.publish(outgoing);
    }

    /** What the API would ask the notifier to tell of these changes, one by one, straight to the notifier. */
    void ask(List<Change> changes, Map<AssetKey, AssetStatusDocument> documents) {
        publisher.publish(changes.stream()
                .map(change -> outgoing(tale.of(
                        change.down() ? Telling.DOWN : Telling.RECOVERED,
                        List.of(Turn.of(
                                Objects.requireNonNull(documents.get(change.asset())),
                                change.down(),
                                clock.instant())))))
                .toList());
    }

    private Map<AssetKey, Stored> find(List<Change> changes) {
        return statuses.find(changes.stream().map(Change::asset).toList());
    }

    private static PostureChanged changed(AssetStatusDocument before, AssetStatusDocument after) {
        return new PostureChanged(
                after.assetKey(),
                before.status(),
                after.status(),
                after.postureScore(),
                after.postureState(),
                after.lastStatusChange(),
                after.flapping());
    }

    private Outgoing outgoing(SecPlatEvent event) {
        String id = UUID.randomUUID().toString();
        String requestId = UUID.randomUUID().toString();
        return new Outgoing(event.stream(), Envelope.of(id, event, clock.instant(), requestId));
    }
}
