package io.secplat.workers.notify.route;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A value of a plan with the path that leads to it, for example {@code routes[2].match}. What is not as it should be is an
 * {@link InvalidPlanException} that begins with the path.
 */
record Node(String path, JsonValue value) {

    private static final int SHOWN = 80;

    /** The members of an object that has no others than these. */
    Members members(String... known) {
        if (!(value instanceof JsonObject object)) {
            throw wrong("must be an object");
        }
        Set<String> names = Set.of(known);
        object.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Members(this, object)
                            .at(name, value)
                            .wrong("is not known; known are " + String.join(", ", known));
                });
        return new Members(this, object);
    }

    /** The entries of a list that has some, but not more than that. */
    List<Node> entries(int most) {
        if (!(value instanceof JsonArray array)) {
            throw wrong("must be a list");
        }
        if (array.isEmpty()) {
            throw wrong("is empty; leave it out or name something");
        }
        if (array.size() > most) {
            throw wrong("has " + array.size() + " entries; at most " + most + " are allowed");
        }
        return IntStream.range(0, array.size())
                .mapToObj(index -> new Node(path + "[" + index + "]", array.get(index)))
                .toList();
    }

    /** The entries, each read by itself, none of them twice. */
    <T> List<T> distinct(int most, Function<Node, T> read) {
        Set<T> seen = new HashSet<>();
        return entries(most).stream()
                .map(entry -> {
                    T one = read.apply(entry);
                    if (!seen.add(one)) {
                        throw entry.not("is there twice");
                    }
                    return one;
                })
                .toList();
    }

    String text() {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw wrong("must be a string");
    }

    boolean flag() {
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw wrong("must be true or false");
        };
    }

    int integer(int least, int most) {
        if (value instanceof JsonNumber number
                && number.isIntegral()
                && number.doubleValue() >= least
                && number.doubleValue() <= most) {
            return number.intValue();
        }
        throw wrong("must be a whole number from " + least + " to " + most);
    }

    InvalidPlanException wrong(String what) {
        return new InvalidPlanException(path + ": " + what);
    }

    /** As {@link #wrong}, with the value before what is said of it. */
    InvalidPlanException not(String what) {
        String shown = value.toString();
        return wrong((shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown) + " " + what);
    }
}
