package io.secplat.api.request;

import io.secplat.api.problem.ProblemType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A JSON request body, read member by member. What is wrong is collected, and {@link #check()} tells all of it at once: a
 * getter of a bad member returns empty, a required one a stand-in, so call check before using the values. Unknown members
 * are ignored; a missing member and {@code null} are both empty, {@link #has} tells them apart.
 */
public final class Body {

    private final JsonObject json;
    private final List<String> path;
    private final Violations violations;

    private Body(JsonObject json, List<String> path, Violations violations) {
        this.json = json;
        this.path = path;
        this.violations = violations;
    }

    /** Reads the entity of a call: 400 for what is not a JSON object, 413 above 1 MiB; nothing at all is an empty object. */
    public static Body read(InputStream entity) {
        byte[] bytes = BodyLimit.read(entity);
        return of(bytes.length == 0 ? JsonValue.EMPTY_JSON_OBJECT : JsonText.object(bytes));
    }

    /** A body that was read elsewhere, for example one item of a batch. */
    public static Body of(JsonObject json) {
        return new Body(json, List.of("body"), new Violations());
    }

    /** Whether the member was sent, {@code null} included. */
    public boolean has(String name) {
        return json.containsKey(name);
    }

    /** Whether the member was sent as {@code null}. */
    public boolean isNull(String name) {
        return json.get(name) == JsonValue.NULL;
    }

    /** The members as they were sent. */
    public JsonObject json() {
        return json;
    }

    public Optional<String> text(String name, int longest) {
        return anyText(name, longest)
                .filter(text -> accept(Storable.text(text), name, "string_unicode", "must be Unicode without U+0000"));
    }

    /** As {@link #text}, without the characters that cannot be stored: for text that a machine collected elsewhere. */
    public Optional<String> cleanedText(String name, int longest) {
        return anyText(name, longest).map(Storable::cleaned);
    }

    private Optional<String> anyText(String name, int longest) {
        return value(name, "string_type", "must be a string", BodyValues::text)
                .filter(text ->
                        accept(text.length() <= longest, name, "string_too_long", longest + " characters at most"));
    }

    /** Not blank. */
    public String requiredText(String name, int longest) {
        Optional<String> text = text(name, longest)
                .filter(value -> accept(!value.isBlank(), name, "string_too_short", "must not be empty"));
        return required(name, text, "").orElse("");
    }

    public Optional<Integer> integer(String name, int low, int high) {
        return value(name, "int_type", "must be an integer", BodyValues::integer)
                .filter(number -> accept(
                        number >= low && number <= high, name, "out_of_range", "must be " + low + " to " + high));
    }

    public int requiredInteger(String name, int low, int high) {
        return required(name, integer(name, low, high), low).orElse(low);
    }

    public Optional<Boolean> bool(String name) {
        return value(name, "bool_type", "must be true or false", BodyValues::bool);
    }

    /** An ISO-8601 time with any offset. */
    public Optional<Instant> time(String name) {
        return value(name, "datetime_type", "must be an ISO-8601 time with an offset", BodyValues::time);
    }

    public Instant requiredTime(String name) {
        return required(name, time(name), Instant.EPOCH).orElse(Instant.EPOCH);
    }

    /** One of a closed set of names; the message lists what was expected. */
    public <T> Optional<T> choice(String name, Function<String, Optional<T>> parse, String expected) {
        return value(name, "enum", "must be " + expected, json -> BodyValues.text(json)
                .flatMap(parse));
    }

    /** As {@link #choice}, but the member must be there. */
    public <T> T requiredChoice(String name, Function<String, Optional<T>> parse, String expected, T standIn) {
        return required(name, choice(name, parse, expected), standIn).orElse(standIn);
    }

    /** Each without the characters that cannot be stored. */
    public Optional<List<String>> texts(String name) {
        return value(name, "list_type", "must be a list of strings", BodyValues::texts)
                .map(list -> list.stream().map(Storable::cleaned).toList());
    }

    public Optional<JsonObject> object(String name) {
        return value(name, "object_type", "must be an object", BodyValues::object)
                .filter(object ->
                        accept(Storable.json(object), name, "string_unicode", "must be Unicode without U+0000"));
    }

    public Optional<JsonArray> array(String name) {
        return value(name, "list_type", "must be a list", BodyValues::array);
    }

    /** A member that is an object itself; its violations are told with this body's, under its path. */
    public Optional<Body> nested(String name) {
        return object(name).map(inner -> new Body(inner, at(name), violations));
    }

    /** Adds what a feature's own rule found; an empty name stands for the whole body. */
    public void violation(String name, String type, String message) {
        violations.add(type, at(name), message, json.get(name));
    }

    /** Refuses a member that may not be sent. */
    public void refuse(String name, String message) {
        if (has(name)) {
            violation(name, "not_allowed", message);
        }
    }

    /** Throws {@link ProblemType#VALIDATION} if anything was wrong so far. */
    public void check() {
        violations.check();
    }

    private <T> Optional<T> value(String name, String type, String message, Function<JsonValue, Optional<T>> convert) {
        JsonValue value = json.get(name);
        if (value == null || value == JsonValue.NULL) {
            return Optional.empty();
        }
        Optional<T> converted = convert.apply(value);
        if (converted.isEmpty()) {
            violation(name, type, name + " " + message);
        }
        return converted;
    }

    private <T> Optional<T> required(String name, Optional<T> value, T standIn) {
        if (value.isEmpty() && (!has(name) || isNull(name))) {
            violation(name, "missing", name + " is required");
        }
        return value.or(() -> Optional.of(standIn));
    }

    private boolean accept(boolean good, String name, String type, String message) {
        if (!good) {
            violation(name, type, name + ": " + message);
        }
        return good;
    }

    private List<String> at(String name) {
        List<String> loc = new ArrayList<>(path);
        if (!name.isEmpty()) {
            loc.add(name);
        }
        return List.copyOf(loc);
    }
}
