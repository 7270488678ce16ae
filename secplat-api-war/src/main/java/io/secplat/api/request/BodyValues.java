package io.secplat.api.request;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** JSON values as Java values; empty when the value has another type or shape. */
final class BodyValues {

    private BodyValues() {}

    static Optional<String> text(JsonValue value) {
        return value instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
    }

    static Optional<Integer> integer(JsonValue value) {
        try {
            return value instanceof JsonNumber number ? Optional.of(number.intValueExact()) : Optional.empty();
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    static Optional<Boolean> bool(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> Optional.of(true);
            case FALSE -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<Instant> time(JsonValue value) {
        return text(value).flatMap(BodyValues::time);
    }

    /** Years 1 to 9998, which every store and every client can tell in four digits whatever the offset. */
    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text))
                    .filter(time -> time.getYear() > 0 && time.getYear() < 9_999)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Optional<List<String>> texts(JsonValue value) {
        return array(value)
                .filter(items -> items.stream().allMatch(JsonString.class::isInstance))
                .map(items -> items.getValuesAs(JsonString::getString));
    }

    static Optional<JsonObject> object(JsonValue value) {
        return value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    static Optional<JsonArray> array(JsonValue value) {
        return value instanceof JsonArray array ? Optional.of(array) : Optional.empty();
    }
}
