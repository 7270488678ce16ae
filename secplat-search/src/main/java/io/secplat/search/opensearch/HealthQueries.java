package io.secplat.search.opensearch;

import io.secplat.contracts.model.AssetKey;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which documents are results of which assets. Foreign writers may leave out {@code asset}, and then {@code service} counts. */
final class HealthQueries {

    static final String TIME = "@timestamp";

    private static final int HTTP_OK = 200;

    /** Values in one {@code terms} query; a cluster refuses more by default. */
    private static final int MOST_TERMS = 65_536;

    static final JsonObject SUCCESS =
            Dsl.any(Dsl.term("status", "up"), Dsl.all(Dsl.term("code", HTTP_OK), Dsl.not(Dsl.exists("error"))));

    private static final JsonObject RESULT =
            Dsl.all(Dsl.term("level", "health"), Dsl.any(Dsl.exists("status"), Dsl.exists("code")));

    private HealthQueries() {}

    static JsonObject resultsOf(AssetKey asset, JsonObject period) {
        return Dsl.all(Dsl.any(Dsl.term("asset", asset.value()), byService(List.of(asset.value()))), RESULT, period);
    }

    static JsonObject resultsOf(Collection<AssetKey> assets, JsonObject period) {
        List<String> keys = assets.stream().map(AssetKey::value).toList();
        List<JsonObject> whose = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += MOST_TERMS) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + MOST_TERMS));
            whose.add(Dsl.terms("asset", some));
            whose.add(byService(some));
        }
        return whose.isEmpty() ? Dsl.not(Dsl.EVERYTHING) : Dsl.all(Dsl.any(whose), RESULT, period);
    }

    private static JsonObject byService(List<String> keys) {
        return Dsl.all(Dsl.not(Dsl.exists("asset")), Dsl.terms("service", keys));
    }
}
