package io.secplat.workers.posture;

import io.secplat.contracts.document.AssetDocument;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.runtime.Journal;
import io.secplat.search.AssetStatuses;
import io.secplat.search.AssetStatuses.Stored;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.search.SearchUnavailableException;
import io.secplat.stream.CourierUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the status documents of assets up to date: four requests for a thousand assets. Passes may run side by side, here and in
 * other processes: a document is written over the state it was derived from or derived again.
 */
final class Derivation {

    /** Assets that are read, derived and written together. */
    static final int TOGETHER = 1_000;

    private static final int ATTEMPTS = 5;

    private final Histories histories;
    private final AssetStatuses statuses;
    private final PostureDeriver deriver;
    private final ChangeNotices notices;
    private final Clock clock;
    private final Journal journal;

    Derivation(
            Histories histories,
            AssetStatuses statuses,
            PostureDeriver deriver,
            ChangeNotices notices,
            Clock clock,
            Journal journal) {
        this.histories = histories;
        this.statuses = statuses;
        this.deriver = deriver;
        this.notices = notices;
        this.clock = clock;
        this.journal = journal;
    }

    /**
     * Derives, writes, and tells of changes.
     *
     * @param again sets the previous documents aside and applies all results after that time again; empty applies what is new
     * @return the assets that could not be derived; the others are done
     * @throws SearchUnavailableException when the record is away
     * @throws CourierUnavailableException when everything is written but not everything is told
     */
    Set<AssetKey> derive(List<AssetDocument> assets, Optional<Instant> again) {
        Set<AssetKey> failed = new HashSet<>();
        for (int from = 0; from < assets.size(); from += TOGETHER) {
            List<AssetDocument> left = assets.subList(from, Math.min(assets.size(), from + TOGETHER));
            for (int attempt = 0; attempt < ATTEMPTS && !left.isEmpty(); attempt++) {
                Set<AssetKey> conflicts = attempt(left, again, failed);
                left = left.stream()
                        .filter(asset -> conflicts.contains(asset.assetKey()))
                        .toList();
            }
            left.forEach(asset -> failed.add(asset.assetKey()));
        }
        notices.tell();
        return failed;
    }

    private Set<AssetKey> attempt(List<AssetDocument> assets, Optional<Instant> again, Set<AssetKey> failed) {
        List<AssetKey> keys = assets.stream().map(AssetDocument::assetKey).toList();
        Map<AssetKey, Stored> stored = statuses.find(keys);
        Map<AssetKey, List<HealthEventDocument>> newest = again.isPresent() ? Map.of() : histories.newest(keys);
        List<Write> writes = new ArrayList<>();
        for (AssetDocument asset : assets) {
            AssetKey key = asset.assetKey();
            try {
                Stored over = stored.get(key);
                writes.add(new Write(next(asset, over, newest.getOrDefault(key, List.of()), again), over));
            } catch (SearchUnavailableException e) {
                throw e;
            } catch (RuntimeException e) {
                journal.error("posture.derive " + key, "failed", e);
                failed.add(key);
            }
        }
        Set<AssetKey> conflicts = statuses.write(writes);
        tell(writes.stream()
                .filter(write -> !conflicts.contains(write.document().assetKey()))
                .toList());
        return conflicts;
    }

    private AssetStatusDocument next(
            AssetDocument asset, @Nullable Stored over, List<HealthEventDocument> newest, Optional<Instant> again) {
        Instant now = clock.instant();
        if (again.isPresent()) {
            Memory memory = over == null ? Memory.NONE : Memory.setAside(over.document());
            return deriver.derive(asset, memory, histories.replayed(asset.assetKey(), again.get(), now), now);
        }
        Memory memory = over == null ? Memory.NONE : Memory.of(over.document());
        return deriver.derive(asset, memory, histories.complete(asset, memory, newest, now), now);
    }

    /** While the courier is away the notices wait, and the next assets are derived nevertheless. */
    private void tell(Collection<Write> written) {
        for (Write write : written) {
            Stored over = write.over();
            Change.between(over == null ? null : over.document(), write.document())
                    .ifPresent(change -> {
                        notices.add(change);
                        journal.info(
                                "posture.changed",
                                change.to().wire(),
                                Map.of("asset_key", change.asset(), "flapping", change.flapping()));
                    });
        }
        try {
            notices.tell();
        } catch (CourierUnavailableException e) {
            // kept, and told at the end of the pass or with the next one
        }
    }
}
