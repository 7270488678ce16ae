package io.secplat.api.request;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.PrimitiveIterator;

/** What PostgreSQL can keep as text: Unicode without U+0000 and without halves of surrogate pairs. */
final class Storable {

    private Storable() {}

    static boolean text(String text) {
        return text.codePoints().allMatch(Storable::character);
    }

    /** Whether all strings and names within are such text. */
    static boolean json(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.entrySet().stream().allMatch(member -> text(member.getKey()) && json(member.getValue()));
        }
        if (value instanceof JsonArray array) {
            return array.stream().allMatch(Storable::json);
        }
        return !(value instanceof JsonString string) || text(string.getString());
    }

    /** The text without what cannot be kept. */
    static String cleaned(String text) {
        if (text(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        PrimitiveIterator.OfInt characters =
                text.codePoints().filter(Storable::character).iterator();
        while (characters.hasNext()) {
            kept.appendCodePoint(characters.nextInt());
        }
        return kept.toString();
    }

    private static boolean character(int codePoint) {
        return codePoint != 0 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }
}
