package io.secplat.workers.posture;

import io.secplat.contracts.document.AssetDocument;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.AssetMirror;
import io.secplat.search.AssetStatuses;
import io.secplat.search.PostureFilter;
import io.secplat.search.SearchUnavailableException;
import io.secplat.stream.CourierUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Over which assets a derivation goes. Documents of assets that are gone or no longer monitored are removed on the way. All
 * passes return the assets that could not be derived, and throw {@link SearchUnavailableException} and {@link
 * CourierUnavailableException}.
 */
final class PosturePasses {

    private final AssetMirror assets;
    private final AssetStatuses statuses;
    private final Derivation derivation;
    private final Clock clock;

    PosturePasses(AssetMirror assets, AssetStatuses statuses, Derivation derivation, Clock clock) {
        this.assets = assets;
        this.statuses = statuses;
        this.derivation = derivation;
        this.clock = clock;
    }

    /** Every monitored asset. */
    Set<AssetKey> overAll(boolean replay) {
        List<AssetDocument> monitored = assets.monitored();
        Set<AssetKey> leftovers = statuses.all(PostureFilter.ALL).stream()
                .map(AssetStatusDocument::assetKey)
                .collect(Collectors.toSet());
        monitored.forEach(asset -> leftovers.remove(asset.assetKey()));
        removeUnlessMonitored(leftovers);
        return derivation.derive(monitored, since(replay));
    }

    /** The keys of every monitored asset. */
    List<AssetKey> monitored() {
        return assets.monitored().stream().map(AssetDocument::assetKey).toList();
    }

    /** These assets, as far as they are monitored, once more from all results after that time. */
    Set<AssetKey> again(Collection<AssetKey> keys, Instant since) {
        return derivation.derive(List.copyOf(removeUnlessMonitored(keys).values()), Optional.of(since));
    }

    private Optional<Instant> since(boolean replay) {
        return replay ? Optional.of(clock.instant().minus(Histories.REPLAYED)) : Optional.empty();
    }

    /** These assets, as far as they are monitored. */
    Set<AssetKey> over(Collection<AssetKey> keys, boolean replay) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return derivation.derive(List.copyOf(removeUnlessMonitored(keys).values()), since(replay));
    }

    /** Looks each asset up as it is now, and returns those that are monitored. */
    private Map<AssetKey, AssetDocument> removeUnlessMonitored(Collection<AssetKey> keys) {
        Map<AssetKey, AssetDocument> monitored = assets.find(keys).values().stream()
                .filter(AssetDocument::monitored)
                .collect(Collectors.toMap(AssetDocument::assetKey, asset -> asset));
        List<AssetKey> gone =
                keys.stream().filter(key -> !monitored.containsKey(key)).toList();
        if (!gone.isEmpty()) {
            statuses.remove(gone);
        }
        return monitored;
    }
}
