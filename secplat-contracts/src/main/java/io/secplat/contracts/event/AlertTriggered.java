package io.secplat.contracts.event;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.util.List;

/** Alerts of these assets began to fire, or somebody sent them on. */
public record AlertTriggered(List<String> downAssets, String incidentKey) implements SecPlatEvent {

    public AlertTriggered {
        downAssets = List.copyOf(downAssets);
    }

    @Override
    public StreamName stream() {
        return StreamName.CORRELATION;
    }

    @Override
    public String eventType() {
        return EventTypes.ALERT_TRIGGERED;
    }

    @Override
    public JsonObject payload() {
        return new JsonWriter()
                .put("event_type", eventType())
                .put("down_assets", downAssets)
                .put("incident_key", incidentKey)
                .build();
    }
}
