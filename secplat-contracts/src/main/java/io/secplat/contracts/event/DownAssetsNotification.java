package io.secplat.contracts.event;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.util.List;

/** {@code notify.requested} of type {@code down_assets}: tell every channel which assets are down. */
public record DownAssetsNotification(List<String> downAssets) implements SecPlatEvent {

    public static final String TYPE = "down_assets";

    public DownAssetsNotification {
        downAssets = List.copyOf(downAssets);
    }

    @Override
    public StreamName stream() {
        return StreamName.NOTIFY;
    }

    @Override
    public String eventType() {
        return EventTypes.NOTIFY_REQUESTED;
    }

    @Override
    public JsonObject payload() {
        return new JsonWriter().put("type", TYPE).put("down_assets", downAssets).build();
    }
}
