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

    /** The rank of {@link #ranked}, then status number, score and key. */
    static final JsonArray WORST_FIRST = Dsl.array(List.of(
            Dsl.descending("_score"),
            Dsl.ascending("status_num"),
            Dsl.ascending("posture_score"),
            Dsl.ascending("asset_key")));

    static final JsonObject IS_DOWN = Dsl.term("status", AssetStatus.DOWN.wire());

    static final JsonObject IS_FLAPPING =
            Dsl.object("term", new JsonWriter().put("flapping", true).build());

    static final JsonObject IN_TROUBLE = Dsl.any(IS_DOWN, IS_FLAPPING);

    private static final Map<String, Integer> CRITICALITY = Map.of("high", 1, "medium", 3, "low", 5);

    private PostureQueries() {}

    /**
     * What matches, ranked by its search score: 2 for red, 1 for amber, 0 for green. The state has no order of its own, and a
     * script that ranks it takes twice the time.
     */
    static JsonObject ranked(PostureFilter filter) {
        JsonObject neither = Dsl.not(Dsl.any(inState(PostureState.GREEN), inState(PostureState.AMBER)));
        return Dsl.object(
                "bool",
                new JsonWriter()
                        .put("filter", Dsl.array(List.of(matching(filter))))
                        .put("should", Dsl.array(List.of(rank(neither, 2), rank(inState(PostureState.AMBER), 1))))
                        .build());
    }

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

    private static JsonObject rank(JsonObject condition, int rank) {
        return Dsl.object(
                "constant_score",
                new JsonWriter().put("filter", condition).put("boost", rank).build());
    }
}
