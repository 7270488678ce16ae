package io.secplat.contracts.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads members of a JSON object by name. A missing member and {@code null} are both empty; a member of another type is
 * an IllegalArgumentException that names it. Unknown members are ignored.
 */
public final class JsonReader {

    private final JsonObject json;

    public JsonReader(JsonObject json) {
        this.json = json;
    }

    public Optional<String> text(String name) {
        return member(name, JsonString.class, "a string").map(JsonString::getString);
    }

    public Optional<Integer> integer(String name) {
        return number(name, "an integer", BigDecimal::intValueExact);
    }

    public Optional<Long> longInteger(String name) {
        return number(name, "an integer", BigDecimal::longValueExact);
    }

    public Optional<Double> decimal(String name) {
        return number(name, "a number", BigDecimal::doubleValue);
    }

    public Optional<Boolean> bool(String name) {
        return value(name).map(value -> switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw wrong(name, "true or false");
        });
    }

    /** An ISO-8601 time with any offset. */
    public Optional<Instant> time(String name) {
        return text(name).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                throw wrong(name, "an ISO-8601 time with an offset");
            }
        });
    }

    /** A list of strings; empty when absent. */
    public List<String> texts(String name) {
        return member(name, JsonArray.class, "a list of strings")
                .map(array -> array.stream()
                        .map(item -> {
                            if (item instanceof JsonString string) {
                                return string.getString();
                            }
                            throw wrong(name, "a list of strings");
                        })
                        .toList())
                .orElse(List.of());
    }

    public Optional<JsonObject> object(String name) {
        return member(name, JsonObject.class, "an object");
    }

    public Optional<JsonArray> array(String name) {
        return member(name, JsonArray.class, "a list");
    }

    /** The value, for a member that must be there. */
    public static <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalArgumentException(name + " is required"));
    }

    private <T> Optional<T> number(String name, String what, Function<BigDecimal, T> convert) {
        return member(name, JsonNumber.class, what).map(number -> {
            try {
                return convert.apply(number.bigDecimalValue());
            } catch (ArithmeticException e) {
                throw wrong(name, what);
            }
        });
    }

    private <T> Optional<T> member(String name, Class<T> type, String what) {
        return value(name).map(value -> {
            if (!type.isInstance(value)) {
                throw wrong(name, what);
            }
            return type.cast(value);
        });
    }

    private Optional<JsonValue> value(String name) {
        JsonValue value = json.get(name);
        return value == null || value == JsonValue.NULL ? Optional.empty() : Optional.of(value);
    }

    private static IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException(name + " must be " + what);
    }
}
