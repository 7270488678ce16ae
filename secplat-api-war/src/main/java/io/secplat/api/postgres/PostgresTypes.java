package io.secplat.api.postgres;

import io.secplat.contracts.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jspecify.annotations.Nullable;

/**
 * How Java values stand in columns: JSON in {@code jsonb}, instants in {@code timestamptz}, lists of strings in {@code
 * text[]}. Uses JDBC alone, so that the driver may live in the server's own library.
 */
final class PostgresTypes {

    private PostgresTypes() {}

    static Jdbi register(Jdbi jdbi) {
        return jdbi.registerArrayType(String.class, "text")
                .registerArrayType(Long.class, "bigint")
                .registerArrayType(Integer.class, "integer")
                .registerArgument(json())
                .registerArgument(instant())
                .registerColumnMapper(
                        JsonObject.class, (row, n, context) -> parse(row.getString(n), JsonReader::readObject))
                .registerColumnMapper(
                        JsonArray.class, (row, n, context) -> parse(row.getString(n), JsonReader::readArray))
                .registerColumnMapper(Instant.class, (row, n, context) -> {
                    OffsetDateTime time = row.getObject(n, OffsetDateTime.class);
                    return time == null ? null : time.toInstant();
                });
    }

    private static ArgumentFactory json() {
        return (type, value, config) -> value instanceof JsonValue json ? Optional.of(other(json)) : Optional.empty();
    }

    private static Argument other(JsonValue json) {
        return (position, statement, context) -> {
            if (json == JsonValue.NULL) {
                statement.setNull(position, Types.OTHER);
            } else {
                statement.setObject(position, json.toString(), Types.OTHER);
            }
        };
    }

    private static ArgumentFactory instant() {
        return (type, value, config) -> value instanceof Instant time
                ? Optional.of(
                        (position, statement, context) -> statement.setObject(position, time.atOffset(ZoneOffset.UTC)))
                : Optional.empty();
    }

    private static <T extends JsonValue> @Nullable T parse(@Nullable String text, Function<JsonReader, T> read) {
        if (text == null) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return read.apply(reader);
        }
    }
}
