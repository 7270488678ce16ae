package io.secplat.contracts.event;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.IdempotencyKeys;
import jakarta.json.JsonObject;

/** A finding was seen for the first time, and nothing suppresses it. */
public record FindingCreated(AssetKey asset, String findingKey, String severity) implements SecPlatEvent {

    @Override
    public StreamName stream() {
        return StreamName.CORRELATION;
    }

    @Override
    public String eventType() {
        return EventTypes.FINDING_CREATED;
    }

    @Override
    public JsonObject payload() {
        return new JsonWriter()
                .put("event_type", eventType())
                .put("asset_key", asset.value())
                .put("finding_key", findingKey)
                .put("severity", severity)
                .put("incident_key", IdempotencyKeys.findingIncident(asset.value(), findingKey))
                .build();
    }
}
