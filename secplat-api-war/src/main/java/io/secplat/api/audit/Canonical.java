package io.secplat.api.audit;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is signed: parts with their lengths, so that no two contents give the same bytes. JSON counts by what it says, since
 * the database keeps neither the order of members nor the spelling of numbers.
 */
final class Canonical {

    private final StringBuilder text = new StringBuilder();

    /** Each kind of signed thing has a name of its own, so that none passes for another. */
    Canonical(String kind) {
        part(kind);
    }

    Canonical part(@Nullable String value) {
        if (value == null) {
            text.append("-;");
        } else {
            text.append(value.length()).append(':').append(value).append(';');
        }
        return this;
    }

    Canonical part(long value) {
        return part(Long.toString(value));
    }

    Canonical part(JsonValue json) {
        if (json instanceof JsonObject object) {
            text.append('{');
            new TreeSet<>(object.keySet()).forEach(name -> part(name).part(object.getOrDefault(name, JsonValue.NULL)));
            text.append('}');
        } else if (json instanceof JsonArray array) {
            text.append('[');
            array.forEach(this::part);
            text.append(']');
        } else if (json instanceof JsonString string) {
            part(string.getString());
        } else {
            text.append(json instanceof JsonNumber number ? plain(number) : json)
                    .append(';');
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(JsonNumber number) {
        return number.bigDecimalValue().stripTrailingZeros().toPlainString();
    }
}
