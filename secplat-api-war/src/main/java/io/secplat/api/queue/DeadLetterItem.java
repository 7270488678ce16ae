package io.secplat.api.queue;

import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.stream.Message;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dead letter as the API shows it; what an entry made by hand lacks is null. */
record DeadLetterItem(StreamName stream, Message letter) {

    JsonObject json() {
        Map<String, String> fields = letter.fields();
        JsonWriter all = new JsonWriter();
        fields.forEach(all::put);
        return new JsonWriter()
                .put("id", letter.id())
                .put("stream", stream.wire())
                .put("fields", all.build())
                .put("original_stream", fields.get(FieldNames.ORIGINAL_STREAM))
                .put("original_id", fields.get(FieldNames.ORIGINAL_ID))
                .put("error", fields.get(FieldNames.ERROR))
                .put("retryable", flag(fields.get(FieldNames.RETRYABLE)))
                .put("attempts", number(fields.get(FieldNames.ATTEMPTS)))
                .put("failed_at", fields.get(FieldNames.FAILED_AT))
                .build();
    }

    private static JsonValue flag(@Nullable String text) {
        return text == null ? JsonValue.NULL : text.equalsIgnoreCase("true") ? JsonValue.TRUE : JsonValue.FALSE;
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }
}
