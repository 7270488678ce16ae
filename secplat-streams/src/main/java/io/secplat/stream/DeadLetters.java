package io.secplat.stream;

import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.event.StreamName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the record of a message that was given up: its own fields and why, where and when it failed. */
public final class DeadLetters {

    private DeadLetters() {}

    /**
     * The fields of the dead letter.
     *
     * @param failed the entry as it was delivered last; its id becomes {@code original_id}
     * @param attempts retries made
     */
    public static Map<String, String> of(
            StreamName stream, Message failed, String reason, boolean retryable, int attempts, Instant at) {
        Map<String, String> fields = new LinkedHashMap<>(failed.fields());
        fields.put(FieldNames.ORIGINAL_STREAM, stream.wire());
        fields.put(FieldNames.ORIGINAL_ID, failed.id());
        fields.put(FieldNames.ERROR, reason);
        fields.put(FieldNames.RETRYABLE, Boolean.toString(retryable));
        fields.put(FieldNames.ATTEMPTS, Integer.toString(attempts));
        fields.put(FieldNames.FAILED_AT, at.truncatedTo(ChronoUnit.MICROS).toString());
        return fields;
    }
}
