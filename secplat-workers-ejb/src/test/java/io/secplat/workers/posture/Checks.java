package io.secplat.workers.posture;

import io.secplat.contracts.document.AssetDocument;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.search.Documents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Stories of checks: S for a success and F for a failure, one a minute, the newest last. */
final class Checks {

    static final Instant NOW = Documents.NOON;
    static final Duration FRESH = Duration.ofSeconds(1);
    static final AssetDocument ASSET = Documents.monitored("billing-web");

    private static final int INTERVAL_SECONDS = 60;

    private Checks() {}

    /** The newest is that old at noon. */
    static List<HealthEventDocument> story(String letters, Duration age) {
        return from(letters, NOW.minus(age).minusSeconds((long) INTERVAL_SECONDS * (letters.length() - 1)));
    }

    static List<HealthEventDocument> from(String letters, Instant first) {
        List<HealthEventDocument> results = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            Instant at = first.plusSeconds((long) INTERVAL_SECONDS * i);
            String asset = ASSET.assetKey().value();
            results.add(letters.charAt(i) == 'S' ? Documents.up(asset, at) : Documents.down(asset, at));
        }
        return results;
    }

    /** The document of an asset that nothing was known of. */
    static AssetStatusDocument derive(String letters, Duration age) {
        return derive(DeriverSettings.DEFAULT, story(letters, age));
    }

    static AssetStatusDocument derive(DeriverSettings settings, List<HealthEventDocument> results) {
        return new PostureDeriver(settings).derive(ASSET, Memory.NONE, results, NOW);
    }
}
