package io.secplat.api.posture;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.search.PostureFilter;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An asset's posture as the API shows it; name, owner, environment and criticality are the inventory's where set. */
public record AssetState(
        String assetKey,
        String status,
        @Nullable Instant lastSeen,
        @Nullable String reason,
        String criticality,
        String name,
        @Nullable String owner,
        String environment,
        @Nullable Integer postureScore,
        @Nullable Long stalenessSeconds,
        @Nullable Instant lastStatusChange,
        boolean monitored,
        AssetStatus health,
        @Nullable AssetStatus pendingStatus,
        boolean flapping,
        @Nullable Double confidence,
        @Nullable Instant lastGoodAt) {

    private static final Map<String, String> CRITICALITY_NUMBERS = Map.of("high", "1", "medium", "3", "low", "5");

    /** The state of a monitored asset; null when the inventory does not know it (any more). */
    public static AssetState of(AssetStatusDocument document, @Nullable InventoryEntry asset) {
        return new AssetState(
                document.assetKey().value(),
                document.postureState().wire(),
                document.lastSeen(),
                document.reason(),
                asset == null ? criticality(document.criticality()) : asset.criticality(),
                asset == null ? document.name() : asset.name(),
                asset == null || asset.owner() == null ? said(document.owner()) : asset.owner(),
                asset == null ? document.environment() : asset.environment(),
                document.postureScore(),
                document.stalenessSeconds(),
                document.lastStatusChange(),
                true,
                document.status(),
                document.pendingStatus(),
                document.flapping(),
                document.confidence(),
                document.lastGoodAt());
    }

    /**
     * The states of a list, in its order. What the inventory has changed since the documents were derived may no longer match,
     * and an asset that is not monitored any more is in no list.
     */
    static List<AssetState> of(
            List<AssetStatusDocument> documents, Map<String, InventoryEntry> known, PostureFilter filter) {
        return documents.stream()
                .filter(document -> isMonitored(known.get(document.assetKey().value())))
                .map(document -> of(document, known.get(document.assetKey().value())))
                .filter(state -> state.matches(filter))
                .toList();
    }

    /** The state of an asset that is not derived: unmonitored, or monitored and never derived yet. */
    public static AssetState underived(InventoryEntry asset) {
        boolean monitored = asset.monitored();
        return new AssetState(
                asset.assetKey(),
                monitored ? "red" : "unmonitored",
                null,
                monitored ? "unknown" : "not_monitored",
                asset.criticality(),
                asset.name(),
                asset.owner(),
                asset.environment(),
                monitored ? 0 : null,
                monitored ? 0L : null,
                null,
                monitored,
                AssetStatus.UNKNOWN,
                null,
                false,
                monitored ? 0.0 : null,
                null);
    }

    public JsonObject json() {
        return new JsonWriter()
                .put("asset_id", assetKey)
                .put("asset_key", assetKey)
                .put("status", status)
                .put("last_seen", lastSeen)
                .put("reason", reason)
                .put("criticality", criticality)
                .put("name", name)
                .put("owner", owner)
                .put("environment", environment)
                .put("posture_score", postureScore)
                .put("staleness_seconds", stalenessSeconds)
                .put("last_status_change", lastStatusChange)
                .put("monitored", monitored)
                .put("health", health.wire())
                .put("status_num", health.number())
                .put("pending_status", pendingStatus == null ? null : pendingStatus.wire())
                .put("flapping", flapping)
                .put("confidence", confidence)
                .put("last_good_at", lastGoodAt)
                .build();
    }

    private boolean matches(PostureFilter filter) {
        return anyOf(filter.environment(), environment)
                && anyOf(filter.owner(), owner)
                && (anyOf(filter.criticality(), criticality)
                        || anyOf(filter.criticality(), CRITICALITY_NUMBERS.get(criticality)));
    }

    private static boolean anyOf(List<String> wanted, @Nullable String value) {
        return wanted.isEmpty() || (value != null && wanted.stream().anyMatch(value::equalsIgnoreCase));
    }

    private static boolean isMonitored(@Nullable InventoryEntry asset) {
        return asset == null || asset.monitored();
    }

    private static String criticality(int number) {
        return number <= 1 ? "high" : number >= 5 ? "low" : "medium";
    }

    private static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }
}
