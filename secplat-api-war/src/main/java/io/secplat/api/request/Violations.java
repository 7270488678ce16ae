package io.secplat.api.request;

import io.secplat.api.problem.ProblemType;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with the values of one call, told together. Inputs that may be secret are not repeated. */
final class Violations {

    private static final Set<String> SECRET = Set.of("password", "token", "secret");
    private static final int LONGEST_INPUT = 200;

    private final List<JsonObject> found = new ArrayList<>();

    void add(String type, List<String> loc, String message, @Nullable JsonValue input) {
        JsonWriter violation =
                new JsonWriter().put("type", type).put("loc", loc).put("msg", message);
        shown(loc, input).ifPresent(value -> violation.put("input", value));
        found.add(violation.build());
    }

    /** Throws {@link ProblemType#VALIDATION} with all of them, if there are any. */
    void check() {
        if (!found.isEmpty()) {
            JsonArrayBuilder list = Json.createArrayBuilder();
            found.forEach(list::add);
            JsonArray detail = list.build();
            throw ProblemType.VALIDATION.because(ProblemType.VALIDATION.message(), detail);
        }
    }

    private static Optional<JsonValue> shown(List<String> loc, @Nullable JsonValue input) {
        boolean secret = loc.stream().map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(name -> SECRET.stream()
                .anyMatch(name::contains));
        return Stream.ofNullable(input)
                .filter(value -> !secret && !(value instanceof JsonObject) && !(value instanceof JsonArray))
                .filter(value -> value.toString().length() <= LONGEST_INPUT)
                .findFirst();
    }
}
