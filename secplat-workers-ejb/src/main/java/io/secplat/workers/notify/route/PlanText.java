package io.secplat.workers.notify.route;

import io.secplat.contracts.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The JSON of a plan: small enough, well formed to its end, no member twice. */
final class PlanText {

    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private PlanText() {}

    static JsonValue parse(String text) {
        refuseTooLarge(text.getBytes(StandardCharsets.UTF_8).length);
        try (JsonParser parser = Json.createParser(new StringReader(text));
                JsonReader reader = READERS.createReader(new StringReader(text))) {
            walk(parser);
            return reader.readValue();
        } catch (JsonParsingException e) {
            JsonLocation place = e.getLocation();
            throw new InvalidPlanException("line " + place.getLineNumber() + ", column " + place.getColumnNumber()
                    + ": this is no JSON, or a member is there twice");
        } catch (JsonException e) {
            throw new InvalidPlanException("plan: this is no JSON, or a member is there twice");
        }
    }

    /** A reader alone would not look at what follows the value. */
    private static void walk(JsonParser parser) {
        int depth = 0;
        while (parser.hasNext()) {
            depth += switch (parser.next()) {
                case START_OBJECT, START_ARRAY -> 1;
                case END_OBJECT, END_ARRAY -> -1;
                default -> 0;
            };
            if (depth > PlanLimits.DEPTH) {
                throw new InvalidPlanException("plan: is nested more than " + PlanLimits.DEPTH + " levels deep");
            }
        }
    }

    static void refuseTooLarge(long bytes) {
        if (bytes > PlanLimits.BYTES) {
            throw new InvalidPlanException("plan: has more than " + PlanLimits.BYTES + " bytes");
        }
    }
}
