package io.secplat.search;

import io.secplat.contracts.document.AssetDocument;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.PostureState;
import io.secplat.contracts.model.ProbeError;
import io.secplat.contracts.model.ProbeKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents that tests are made of. */
public final class Documents {

    public static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private static final Map<String, Integer> CRITICALITY = Map.of("high", 1, "medium", 3, "low", 5);

    private Documents() {}

    public static AssetKey key(String text) {
        return new AssetKey(text);
    }

    /** A check that succeeded with HTTP 200 in 20 ms. */
    public static HealthEventDocument up(String asset, Instant at) {
        return new HealthEventDocument(key(asset), at, true, 200, 20, ProbeKind.HTTP, null);
    }

    /** A check that failed with HTTP 503 in 40 ms. */
    public static HealthEventDocument down(String asset, Instant at) {
        return new HealthEventDocument(key(asset), at, false, 503, 40, ProbeKind.HTTP, ProbeError.HTTP_STATUS);
    }

    /** A production asset of medium criticality that is probed every minute. */
    public static AssetDocument monitored(String asset) {
        return asset(asset, true);
    }

    public static AssetDocument unmonitored(String asset) {
        return asset(asset, false);
    }

    /** A production asset without owner. */
    public static AssetStatusDocument status(String asset, AssetStatus status, int score) {
        return status(asset, status, score, "prod", "medium", "");
    }

    public static AssetStatusDocument status(
            String asset, AssetStatus status, int score, String environment, String criticality, String owner) {
        PostureState state = score == 100 ? PostureState.GREEN : score == 60 ? PostureState.AMBER : PostureState.RED;
        return new AssetStatusDocument(
                NOON,
                key(asset),
                asset.toUpperCase(Locale.ROOT),
                "app",
                environment,
                owner,
                "",
                CRITICALITY.getOrDefault(criticality, 3),
                status,
                200,
                20,
                NOON,
                0,
                score,
                state,
                NOON,
                1,
                score == 60 && status != AssetStatus.STALE,
                0,
                null,
                0,
                1,
                NOON,
                200,
                20,
                null,
                NOON,
                1);
    }

    /** The same document with that reason, seen that many seconds after noon. */
    public static AssetStatusDocument seen(AssetStatusDocument document, @Nullable String reason, int seconds) {
        return new AssetStatusDocument(
                document.timestamp(),
                document.assetKey(),
                document.name(),
                document.type(),
                document.environment(),
                document.owner(),
                document.ownerTeam(),
                document.criticality(),
                document.status(),
                document.code(),
                document.latencyMs(),
                NOON.plusSeconds(seconds),
                document.stalenessSeconds(),
                document.postureScore(),
                document.postureState(),
                document.lastStatusChange(),
                document.confidence(),
                document.flapping(),
                document.flapPercent(),
                document.pendingStatus(),
                document.consecutiveFailures(),
                document.consecutiveSuccesses(),
                document.lastGoodAt(),
                document.lastGoodCode(),
                document.lastGoodLatencyMs(),
                reason,
                document.derivedAtEventTs(),
                document.version());
    }

    private static AssetDocument asset(String asset, boolean monitored) {
        return new AssetDocument(
                19,
                key(asset),
                "app",
                asset,
                "payments",
                null,
                "service",
                "prod",
                "medium",
                false,
                null,
                null,
                true,
                List.of("pci"),
                monitored,
                monitored ? ProbeKind.HTTP : null,
                monitored ? 60 : null,
                NOON,
                NOON);
    }
}
