package io.secplat.contracts.event;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** New observations wait for the deriver; an empty list of keys means every monitored asset. */
public record DeriveRequested(List<String> assetKeys, Reason reason) implements SecPlatEvent {

    /** Why the derivation was asked for. */
    public enum Reason {
        EVENTS_WRITTEN,
        MANUAL,
        REPLAY;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public DeriveRequested {
        assetKeys = List.copyOf(assetKeys);
    }

    /** Reads the fields of a {@code derive.requested}; a missing reason is {@code manual}. */
    public static DeriveRequested from(EventFields fields) {
        Reason reason = fields.text("reason")
                .map(text -> Reason.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(Reason.MANUAL);
        return new DeriveRequested(fields.texts("asset_keys"), reason);
    }

    @Override
    public StreamName stream() {
        return StreamName.DERIVE;
    }

    @Override
    public String eventType() {
        return EventTypes.DERIVE_REQUESTED;
    }

    @Override
    public JsonObject payload() {
        return new JsonWriter()
                .put("asset_keys", assetKeys)
                .put("reason", reason.wire())
                .build();
    }
}
