package io.secplat.api.alerts;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.PostureState;
import java.time.Instant;

/** Status documents for tests. */
public final class Documents {

    private Documents() {}

    /** The document of an asset in that status since then. */
    public static AssetStatusDocument document(String key, AssetStatus status, boolean flapping, Instant since) {
        int score = flapping || status == AssetStatus.STALE ? 60 : status == AssetStatus.UP ? 100 : 0;
        PostureState state = score == 100 ? PostureState.GREEN : score == 60 ? PostureState.AMBER : PostureState.RED;
        boolean down = status == AssetStatus.DOWN;
        return new AssetStatusDocument(
                since.plusSeconds(1),
                new AssetKey(key),
                key,
                "app",
                "prod",
                "payments",
                "core",
                1,
                status,
                down ? 503 : 200,
                91,
                since,
                1,
                score,
                state,
                since,
                0.9,
                flapping,
                flapping ? 55.5 : 0,
                null,
                down ? 2 : 0,
                down ? 0 : 1,
                since.minusSeconds(120),
                200,
                60,
                down ? "http_error" : null,
                since,
                7);
    }
}
