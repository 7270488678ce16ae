package io.secplat.workers.notify.jira;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonReader;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what Jira tells of an issue's status and of the ways out of it. */
final class JiraTransitions {

    private JiraTransitions() {}

    static Optional<String> status(JsonObject issue) {
        return new JsonReader(issue)
                .object("fields")
                .flatMap(fields -> new JsonReader(fields).object("status"))
                .flatMap(JiraTransitions::name);
    }

    /** The transition of that name, or else the one that leads to a status of that name; case does not matter. */
    static Optional<JsonObject> named(String name, JsonObject issue) {
        List<JsonObject> all = new JsonReader(issue)
                .array("transitions").orElse(JsonValue.EMPTY_JSON_ARRAY).stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonValue::asJsonObject)
                        .toList();
        Optional<JsonObject> byName = first(all, JiraTransitions::name, name);
        return byName.isPresent() ? byName : first(all, JiraTransitions::target, name);
    }

    private static Optional<JsonObject> first(
            List<JsonObject> all, Function<JsonObject, Optional<String>> what, String name) {
        return all.stream()
                .filter(one -> what.apply(one).filter(name::equalsIgnoreCase).isPresent())
                .findFirst();
    }

    /** What Jira wants to be told to make it. */
    static JsonObject request(JsonObject transition) {
        String id = new JsonReader(transition).text("id").orElse("");
        return Json.createObjectBuilder()
                .add("transition", Json.createObjectBuilder().add("id", id))
                .build();
    }

    private static Optional<String> target(JsonObject transition) {
        return new JsonReader(transition).object("to").flatMap(JiraTransitions::name);
    }

    private static Optional<String> name(JsonObject named) {
        return new JsonReader(named).text("name");
    }
}
