package io.secplat.workers.ingestion.http;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.workers.api.Api;
import io.secplat.workers.api.ApiAnswer;
import io.secplat.workers.api.ApiCall;
import io.secplat.workers.api.ApiUnavailableException;
import io.secplat.workers.ingestion.Inventory;
import io.secplat.workers.ingestion.InventoryUnavailableException;
import io.secplat.workers.ingestion.MonitoredAsset;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code GET /api/assets}, page by page as long as the answer names a next one. */
public final class HttpInventory implements Inventory {

    private static final Pattern NEXT = Pattern.compile("<[^>]*?/api(/[^>]*)>\\s*;\\s*rel=\"?next\"?");

    private final Api api;
    private final IdSource ids;
    private final Journal journal;

    public HttpInventory(Api api, IdSource ids, Journal journal) {
        this.api = api;
        this.ids = ids;
        this.journal = journal;
    }

    @Override
    public List<MonitoredAsset> monitored() throws InterruptedException {
        List<MonitoredAsset> assets = new ArrayList<>();
        Optional<String> path = Optional.of("/assets");
        while (path.isPresent()) {
            ApiAnswer.Accepted page = page(path.get());
            for (JsonValue asset : list(page)) {
                read(asset).ifPresent(assets::add);
            }
            path = page.link().map(NEXT::matcher).filter(Matcher::find).map(link -> link.group(1));
        }
        return assets;
    }

    private ApiAnswer.Accepted page(String path) throws InterruptedException {
        try {
            ApiAnswer answer = api.send(ApiCall.get(path, ids.next().toString()));
            if (answer instanceof ApiAnswer.Accepted accepted) {
                return accepted;
            }
        } catch (ApiUnavailableException e) {
            throw new InventoryUnavailableException("the API does not answer", e);
        }
        throw new InventoryUnavailableException("the API refused", null);
    }

    private static List<JsonValue> list(ApiAnswer.Accepted page) {
        try {
            return page.array();
        } catch (ApiUnavailableException e) {
            throw new InventoryUnavailableException("the API does not answer with a list", e);
        }
    }

    private Optional<MonitoredAsset> read(JsonValue value) {
        try {
            JsonReader asset = new JsonReader(value.asJsonObject());
            Optional<JsonObject> probe = asset.object("probe");
            if (probe.isEmpty() || !asset.bool("is_active").orElse(true)) {
                return Optional.empty();
            }
            AssetKey key = new AssetKey(JsonReader.required("asset_key", asset.text("asset_key")));
            return Optional.of(new MonitoredAsset(key, Probe.fromJson(probe.get())));
        } catch (IllegalArgumentException | ClassCastException e) {
            journal.warn("inventory.read", "asset_unreadable", Map.of("reason", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }
}
