package io.secplat.contracts.notifier;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan by which a running notifier chooses channels. Routes and quiet hours are as docs/NOTIFICATIONS.md says.
 *
 * @param consumer the notifier's name in its consumer group
 * @param since when it began with this plan
 * @param seenAt when it last told that it runs
 * @param refused what is wrong with the plan that is written now, for people; null when that is the plan which counts
 */
public record RunningRoutes(
        String consumer,
        Instant since,
        Instant seenAt,
        @Nullable String refused,
        List<Recipient> channels,
        JsonArray routes,
        JsonArray quiet) {

    /** The Redis key that holds it as JSON. */
    public static final String KEY = "secplat:notify:routes";

    /** How long it is believed after it was told. */
    public static final Duration KEPT = Duration.ofSeconds(90);

    /** A configured channel and who is reached by it, masked, for example {@code slack:webhook}. */
    public record Recipient(String name, String recipient) {}

    public RunningRoutes {
        channels = List.copyOf(channels);
    }

    /** Reads what {@link #json} wrote; an IllegalArgumentException names what is missing or malformed. */
    public static RunningRoutes from(JsonObject json) {
        JsonReader reader = new JsonReader(json);
        return new RunningRoutes(
                JsonReader.required("consumer", reader.text("consumer")),
                JsonReader.required("since", reader.time("since")),
                JsonReader.required("seen_at", reader.time("seen_at")),
                reader.text("refused").orElse(null),
                reader.array("channels").orElse(JsonValue.EMPTY_JSON_ARRAY).stream()
                        .map(RunningRoutes::recipient)
                        .toList(),
                reader.array("routes").orElse(JsonValue.EMPTY_JSON_ARRAY),
                reader.array("quiet").orElse(JsonValue.EMPTY_JSON_ARRAY));
    }

    private static Recipient recipient(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            throw new IllegalArgumentException("channels must be a list of objects");
        }
        JsonReader reader = new JsonReader(object);
        return new Recipient(
                JsonReader.required("name", reader.text("name")),
                JsonReader.required("recipient", reader.text("recipient")));
    }

    public JsonObject json() {
        JsonArrayBuilder reached = Json.createArrayBuilder();
        channels.forEach(channel -> reached.add(new JsonWriter()
                .put("name", channel.name())
                .put("recipient", channel.recipient())
                .build()));
        return new JsonWriter()
                .put("consumer", consumer)
                .put("since", since)
                .put("seen_at", seenAt)
                .put("refused", refused)
                .put("channels", reached.build())
                .put("routes", routes)
                .put("quiet", quiet)
                .build();
    }
}
