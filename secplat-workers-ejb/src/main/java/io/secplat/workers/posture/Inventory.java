package io.secplat.workers.posture;

import io.secplat.contracts.document.AssetDocument;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a status document takes from the inventory, with the agreed values for what is absent. */
record Inventory(AssetDocument asset) {

    private static final int DEFAULT_INTERVAL_SECONDS = 60;
    private static final int INTERVALS_UNTIL_STALE = 3;

    Duration interval() {
        Integer seconds = asset.probeIntervalSeconds();
        return Duration.ofSeconds(seconds == null ? DEFAULT_INTERVAL_SECONDS : seconds);
    }

    /** The age beyond which the newest result tells nothing: the setting, or three intervals if that is longer. */
    Duration threshold(Duration setting) {
        Duration intervals = interval().multipliedBy(INTERVALS_UNTIL_STALE);
        return intervals.compareTo(setting) > 0 ? intervals : setting;
    }

    /** High 1, medium 3, low 5; a number stays a number; anything else is 3. */
    int criticality() {
        String word = asset.criticality().strip().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "high" -> 1;
            case "low" -> 5;
            default -> word.matches("\\d{1,9}") ? Integer.parseInt(word) : 3;
        };
    }

    String environment() {
        return asset.environment().isBlank() ? "dev" : asset.environment();
    }

    String owner() {
        return orEmpty(asset.owner());
    }

    String ownerTeam() {
        return orEmpty(asset.ownerTeam());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
