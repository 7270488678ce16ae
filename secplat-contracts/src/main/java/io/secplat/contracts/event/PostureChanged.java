package io.secplat.contracts.event;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.PostureState;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The status of an asset, or whether it flaps, is another one now.
 *
 * @param from null on the first write; equal to {@code to} when only flapping changed
 * @param changedAt the status document's {@code last_status_change}
 */
public record PostureChanged(
        AssetKey asset,
        @Nullable AssetStatus from,
        AssetStatus to,
        int postureScore,
        PostureState postureState,
        Instant changedAt,
        boolean flapping)
        implements SecPlatEvent {

    @Override
    public StreamName stream() {
        return StreamName.CORRELATION;
    }

    @Override
    public String eventType() {
        return EventTypes.POSTURE_CHANGED;
    }

    @Override
    public JsonObject payload() {
        return new JsonWriter()
                .put("event_type", eventType())
                .put("asset_key", asset.value())
                .put("from", from == null ? null : from.wire())
                .put("to", to.wire())
                .put("status_num", to.number())
                .put("posture_score", postureScore)
                .put("posture_state", postureState.wire())
                .put("changed_at", changedAt)
                .put("flapping", flapping)
                .build();
    }
}
