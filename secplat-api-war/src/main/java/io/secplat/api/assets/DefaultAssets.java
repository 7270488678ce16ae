package io.secplat.api.assets;

import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.StartStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills an empty inventory, so that a new installation has something to watch. */
public final class DefaultAssets implements StartStep {

    /** A default asset; without a URL it is not probed. */
    public record Suggestion(String key, String name, Optional<String> url, String expectedStatus) {

        AssetFields fields() {
            Probe probe = url.map(text -> Probe.http(text, expectedStatus)).orElse(null);
            return AssetFields.app(new AssetKey(key), name, probe);
        }
    }

    private final Assets assets;
    private final List<Suggestion> suggestions;
    private final IdSource ids;
    private final Journal journal;

    public DefaultAssets(Assets assets, List<Suggestion> suggestions, IdSource ids, Journal journal) {
        this.assets = assets;
        this.suggestions = List.copyOf(suggestions);
        this.ids = ids;
        this.journal = journal;
    }

    @Override
    public Role role() {
        return Role.API;
    }

    @Override
    public String name() {
        return "default-assets";
    }

    @Override
    public int order() {
        return CONTENT + 1;
    }

    @Override
    public void run() {
        int created = assets.createFirst(
                suggestions.stream().map(Suggestion::fields).toList(),
                ids.next().toString());
        if (created > 0) {
            journal.info("asset.defaults", "done", Map.of("created", created));
        }
    }
}
