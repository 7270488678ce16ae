package io.secplat.api.alerts;

import io.secplat.api.alerts.AlertBook.Decision;
import io.secplat.api.alerts.AlertBook.Snapshot;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.event.AlertTriggered;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.event.SecPlatEvent;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.IdempotencyKeys;
import io.secplat.search.AssetStatuses;
import io.secplat.search.AssetStatuses.Stored;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Compares assets with their alerts. The status documents are read while the pass is alone with the assets, so that the
 * last to decide has seen the newest; what happened to several assets in one pass is told in one message.
 */
public final class AlertEvaluation {

    private static final int PASS = 500;

    private final AssetStatuses statuses;
    private final AlertBook book;
    private final Tale tale;
    private final Clock clock;

    public AlertEvaluation(AssetStatuses statuses, AlertBook book, Tale tale, Clock clock) {
        this.statuses = statuses;
        this.book = book;
        this.tale = tale;
        this.clock = clock;
    }

    /** Decides about these assets now; throws SearchUnavailableException, and then nothing is decided. */
    public void evaluate(Collection<AssetKey> assets, String requestId) {
        List<String> keys =
                assets.stream().map(AssetKey::value).distinct().sorted().toList();
        if (!keys.isEmpty()) {
            book.decide(keys, requestId, snapshot -> pass(assets, snapshot));
        }
    }

    /** Decides about every asset that is in trouble, or was when it was looked at last; returns how many. */
    public int reconcile(String requestId) {
        TreeSet<AssetKey> keys = new TreeSet<>(statuses.inTrouble());
        book.restless().stream().filter(AssetKey::isValid).map(AssetKey::new).forEach(keys::add);
        List<AssetKey> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += PASS) {
            evaluate(all.subList(from, Math.min(from + PASS, all.size())), requestId);
        }
        return all.size();
    }

    private Decision pass(Collection<AssetKey> assets, Snapshot snapshot) {
        Instant now = clock.instant();
        Map<AssetKey, Stored> documents = statuses.find(assets);
        List<AlertState> changed = new ArrayList<>();
        Map<Telling, List<AssetStatusDocument>> tellings = new EnumMap<>(Telling.class);
        for (AssetKey asset : new TreeSet<>(assets)) {
            Optional<AssetStatusDocument> document =
                    Optional.ofNullable(documents.get(asset)).map(Stored::document);
            AlertStep step =
                    AlertRules.evaluate(snapshot.of(asset.value()), sighting(snapshot, asset.value(), document), now);
            if (step.changes()) {
                changed.add(step.after());
            }
            document.ifPresent(
                    seen -> step.tellings().forEach(telling -> tellings.computeIfAbsent(telling, t -> new ArrayList<>())
                            .add(seen)));
        }
        return new Decision(changed, events(tellings, snapshot, now));
    }

    private static Sighting sighting(Snapshot snapshot, String assetKey, Optional<AssetStatusDocument> document) {
        return Sighting.of(
                snapshot.monitored().containsKey(assetKey),
                document,
                snapshot.quiet().contains(assetKey));
    }

    private Notification told(Telling telling, List<AssetStatusDocument> documents, Snapshot snapshot) {
        Notification notice = tale.of(telling, documents);
        List<AssetMarks> marks = snapshot.marks(notice.assetKeys());
        return notice.about(
                marks.stream().flatMap(asset -> asset.tags().stream()),
                marks.stream().map(AssetMarks::environment));
    }

    private List<SecPlatEvent> events(
            Map<Telling, List<AssetStatusDocument>> tellings, Snapshot snapshot, Instant now) {
        List<SecPlatEvent> events = new ArrayList<>();
        tellings.forEach((telling, documents) -> events.add(told(telling, documents, snapshot)));
        List<String> down = tellings.getOrDefault(Telling.DOWN, List.of()).stream()
                .map(document -> document.assetKey().value())
                .sorted()
                .toList();
        if (!down.isEmpty()) {
            events.add(new AlertTriggered(down, IdempotencyKeys.alertIncident(down, now)));
        }
        return events;
    }
}
