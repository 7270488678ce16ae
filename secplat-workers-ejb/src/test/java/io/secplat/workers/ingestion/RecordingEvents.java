package io.secplat.workers.ingestion;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.HealthEvents;
import io.secplat.search.SearchUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers each bulk; can be away. */
final class RecordingEvents implements HealthEvents {

    final List<List<HealthEventDocument>> bulks = new ArrayList<>();
    boolean away;
    Runnable during = () -> {};

    @Override
    public void append(List<HealthEventDocument> events) {
        during.run();
        if (away) {
            throw new SearchUnavailableException("away", new IllegalStateException());
        }
        bulks.add(List.copyOf(events));
    }

    @Override
    public Map<AssetKey, List<HealthEventDocument>> newest(Collection<AssetKey> assets, int perAsset) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<HealthEventDocument> since(AssetKey asset, Instant since) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page timeline(AssetKey asset, Instant since, Optional<String> cursor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<Duration, Tally> tally(AssetKey asset, Instant until, Collection<Duration> periods) {
        throw new UnsupportedOperationException();
    }
}
