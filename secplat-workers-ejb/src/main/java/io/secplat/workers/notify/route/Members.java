package io.secplat.workers.notify.route;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The members of an object in a plan. */
record Members(Node owner, JsonObject json) {

    /** Where a plan begins; it is named only when the plan as a whole is meant. */
    static final String ROOT = "plan";

    Optional<Node> find(String name) {
        return Optional.ofNullable(json.get(name)).map(value -> at(name, value));
    }

    Node need(String name) {
        return find(name).orElseThrow(() -> at(name, JsonValue.NULL).wrong("is missing"));
    }

    /** The entries of a list, none twice; none when there is no list. */
    <T> List<T> list(String name, Function<Node, T> read) {
        return find(name).map(list -> list.distinct(PlanLimits.ENTRIES, read)).orElse(List.of());
    }

    Node at(String name, JsonValue value) {
        return new Node(owner.path().equals(ROOT) ? name : owner.path() + "." + name, value);
    }
}
