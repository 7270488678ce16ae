package io.secplat.api.alerts;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.AssetStatuses;
import io.secplat.search.AssetStatuses.Stored;
import io.secplat.search.SearchUnavailableException;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All alerts by bucket, most urgent first. Alerts are shown without their posture while the record is away. */
public final class AlertList {

    private static final Comparator<AlertItem> URGENT_FIRST = Comparator.comparingInt(
                    (AlertItem item) -> -item.severity().score())
            .thenComparing(item -> item.facts().state().assetKey());

    private final Alerts alerts;
    private final AssetStatuses statuses;
    private final Clock clock;

    public AlertList(Alerts alerts, AssetStatuses statuses, Clock clock) {
        this.alerts = alerts;
        this.statuses = statuses;
        this.clock = clock;
    }

    /** One member for each bucket. */
    public JsonObject json() {
        List<AlertItem> items = items();
        JsonWriter json = new JsonWriter();
        for (AlertBucket bucket : AlertBucket.values()) {
            JsonArrayBuilder list = Json.createArrayBuilder();
            items.stream().filter(item -> item.bucket() == bucket).forEach(item -> list.add(item.json()));
            json.put(bucket.wire(), list.build());
        }
        return json.build();
    }

    private List<AlertItem> items() {
        Instant now = clock.instant();
        List<AlertFacts> facts = alerts.listed();
        Map<AssetKey, Stored> documents = documents(facts.stream()
                .map(fact -> fact.state().assetKey())
                .filter(AssetKey::isValid)
                .map(AssetKey::new)
                .toList());
        return facts.stream()
                .map(fact -> new AlertItem(fact, posture(documents, fact.state().assetKey()), now))
                .sorted(URGENT_FIRST)
                .toList();
    }

    private Map<AssetKey, Stored> documents(List<AssetKey> keys) {
        try {
            return keys.isEmpty() ? Map.of() : statuses.find(keys);
        } catch (SearchUnavailableException e) {
            return Map.of();
        }
    }

    private static Optional<AssetStatusDocument> posture(Map<AssetKey, Stored> documents, String assetKey) {
        return AssetKey.isValid(assetKey)
                ? Optional.ofNullable(documents.get(new AssetKey(assetKey))).map(Stored::document)
                : Optional.empty();
    }
}
