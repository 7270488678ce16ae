package io.secplat.bench.change;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.PostureState;
import java.time.Instant;

/** The status document of an asset after it went down or up, as the deriver makes it. */
final class Turn {

    private static final int GOOD = 200;
    private static final int BAD = 503;
    private static final int LATENCY_MS = 40;

    private Turn() {}

    static AssetStatusDocument of(AssetStatusDocument before, boolean down, Instant now) {
        return new AssetStatusDocument(
                now,
                before.assetKey(),
                before.name(),
                before.type(),
                before.environment(),
                before.owner(),
                before.ownerTeam(),
                before.criticality(),
                down ? AssetStatus.DOWN : AssetStatus.UP,
                down ? BAD : GOOD,
                LATENCY_MS,
                now,
                0,
                down ? 0 : 100,
                down ? PostureState.RED : PostureState.GREEN,
                now,
                1,
                false,
                0,
                null,
                down ? 2 : 0,
                down ? 0 : 1,
                down ? before.lastGoodAt() : now,
                GOOD,
                LATENCY_MS,
                down ? "http_error" : null,
                now,
                before.version() + 1);
    }
}
