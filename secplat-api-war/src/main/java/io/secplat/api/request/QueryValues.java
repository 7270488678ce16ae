package io.secplat.api.request;

import io.secplat.api.problem.ProblemType;
import io.secplat.contracts.json.Json;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The query values of a call, checked like a body: ask for all of them, then {@link #check()}, then use them. */
public final class QueryValues {

    private static final int MOST_ITEMS = 100;
    private static final int LONGEST_ITEM = 512;

    private final Map<String, List<String>> values;
    private final Violations violations = new Violations();

    public QueryValues(Map<String, List<String>> values) {
        this.values = values;
        values.forEach((name, texts) -> {
            if (!texts.stream().allMatch(Storable::text)) {
                violations.add(
                        "string_unicode", List.of("query", name), name + " must be Unicode without U+0000", null);
            }
        });
    }

    /** The values of that call; {@code MALFORMED_REQUEST} when they are not properly encoded. */
    public static QueryValues of(UriInfo uri) {
        try {
            return new QueryValues(uri.getQueryParameters());
        } catch (IllegalArgumentException e) {
            throw ProblemType.MALFORMED_REQUEST.because();
        }
    }

    /** The first value; blank text counts as absent. */
    public Optional<String> text(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The items of comma lists, of every occurrence; empty when absent. At most 100, of at most 512 characters each. */
    public List<String> list(String name) {
        List<String> items = items(name);
        if (items.size() > MOST_ITEMS || items.stream().anyMatch(item -> item.length() > LONGEST_ITEM)) {
            violation(
                    name,
                    "too_long",
                    name + ": at most " + MOST_ITEMS + " items of " + LONGEST_ITEM + " characters each");
        }
        return items;
    }

    private List<String> items(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    public Optional<Integer> integer(String name, int low, int high) {
        return parse(name, "int_parsing", "must be an integer from " + low + " to " + high, text -> whole(text)
                .filter(number -> number >= low && number <= high));
    }

    /** {@code limit}, from 1 to the maximum. */
    public int limit(int otherwise, int most) {
        return integer("limit", 1, most).orElse(otherwise);
    }

    public boolean flag(String name, boolean otherwise) {
        return parse(name, "bool_parsing", "must be true or false", QueryValues::bool)
                .orElse(otherwise);
    }

    public Optional<Instant> time(String name) {
        return parse(name, "datetime_parsing", "must be an ISO-8601 time with an offset", BodyValues::time);
    }

    /** One of a closed set of names; the message lists what was expected. */
    public <T> Optional<T> choice(String name, Function<String, Optional<T>> parse, String expected) {
        return parse(name, "enum", "must be " + expected, parse);
    }

    /** The parts of {@code cursor}, when it was made by {@link Cursor} of that many parts. */
    public Optional<List<String>> cursor(int parts) {
        return parse("cursor", "cursor", "is not a cursor of this list", text -> Cursor.decode(text)
                .filter(list -> list.size() == parts));
    }

    /** Adds what a feature's own rule found. */
    public void violation(String name, String type, String message) {
        violations.add(
                type,
                List.of("query", name),
                message,
                text(name).map(Json::createValue).orElse(null));
    }

    /** Throws {@link ProblemType#VALIDATION} if anything was wrong so far. */
    public void check() {
        violations.check();
    }

    private <T> Optional<T> parse(String name, String type, String message, Function<String, Optional<T>> convert) {
        Optional<String> text = text(name);
        Optional<T> value = text.flatMap(convert);
        if (text.isPresent() && value.isEmpty()) {
            violation(name, type, name + " " + message);
        }
        return value;
    }

    private static Optional<Integer> whole(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> bool(String text) {
        return switch (text) {
            case "true", "1" -> Optional.of(true);
            case "false", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
