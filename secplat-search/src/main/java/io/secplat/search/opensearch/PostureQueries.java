package io.secplat.search.opensearch;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.PostureState;
import io.secplat.search.PostureFilter;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Posture filters and the order of posture lists as queries. */
final class PostureQueries {

    /** Red, amber, green, then status number, score and key. The state has no order of its own, so a script ranks it. */
    static final JsonArray WORST_FIRST = Dsl.array(
            List.of(byRank(), Dsl.ascending("status_num"), Dsl.ascending("posture_score"), Dsl.ascending("asset_key")));

    static final JsonObject IS_DOWN = Dsl.term("status", AssetStatus.DOWN.wire());

    private static final Map<String, Integer> CRITICALITY = Map.of("high", 1, "medium", 3, "low", 5);

    private PostureQueries() {}

    /** Values are or-ed, dimensions and-ed, case does not matter. */
    static JsonObject matching(PostureFilter filter) {
        List<JsonObject> dimensions = new ArrayList<>();
        add(
                dimensions,
                filter.environment().stream()
                        .map(value -> Dsl.termAnyCase("environment", value))
                        .toList());
        add(
                dimensions,
                filter.criticality().stream().map(PostureQueries::criticality).toList());
        add(
                dimensions,
                filter.owner().stream()
                        .map(value -> Dsl.termAnyCase("owner", value))
                        .toList());
        add(
                dimensions,
                filter.status().stream()
                        .map(value -> Dsl.termAnyCase("posture_state", value))
                        .toList());
        return Dsl.all(dimensions);
    }

    static JsonObject inState(PostureState state) {
        return Dsl.term("posture_state", state.wire());
    }

    private static void add(List<JsonObject> dimensions, List<JsonObject> values) {
        if (!values.isEmpty()) {
            dimensions.add(Dsl.any(values));
        }
    }

    /** The documents hold a number; callers say high, medium, low, or the number itself. Any other word matches nothing. */
    private static JsonObject criticality(String word) {
        Integer number = CRITICALITY.get(word.toLowerCase(Locale.ROOT));
        if (number == null) {
            number = word.matches("\\d{1,9}") ? Integer.valueOf(word) : Integer.MIN_VALUE;
        }
        return Dsl.term("criticality", number);
    }

    private static JsonObject byRank() {
        String rank = "def state = doc['posture_state']; if (state.size() == 0) { return 0 }"
                + " return state.value == 'green' ? 2 : state.value == 'amber' ? 1 : 0";
        JsonObject sort = new JsonWriter()
                .put("type", "number")
                .put("order", "asc")
                .put("script", new JsonWriter().put("source", rank).build())
                .build();
        return Dsl.object("_script", sort);
    }
}
