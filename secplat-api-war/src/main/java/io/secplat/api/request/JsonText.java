package io.secplat.api.request;

import io.secplat.api.problem.ProblemType;
import io.secplat.contracts.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;

/**
 * JSON as it comes over the wire. Nesting and numbers have limits, because what is read must also be stored, and read again
 * from the store, where a short {@code 1e99999} has become a hundred thousand digits.
 */
public final class JsonText {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 400;

    private JsonText() {}

    /** The one object that the text is; anything else, or beyond the limits, is {@code MALFORMED_REQUEST}. */
    public static JsonObject object(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            refuseExcess(text);
            return parsed(text);
        } catch (CharacterCodingException
                | JsonException
                | IllegalStateException
                | NoSuchElementException
                | NumberFormatException e) {
            throw ProblemType.MALFORMED_REQUEST.because();
        }
    }

    private static JsonObject parsed(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            parser.next();
            JsonObject json = parser.getObject();
            if (parser.hasNext()) {
                throw ProblemType.MALFORMED_REQUEST.because();
            }
            return json;
        }
    }

    private static void refuseExcess(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            int depth = 0;
            while (parser.hasNext()) {
                JsonParser.Event event = parser.next();
                depth += step(event);
                if (depth > DEEPEST || (event == JsonParser.Event.VALUE_NUMBER && !isReasonable(parser.getString()))) {
                    throw ProblemType.MALFORMED_REQUEST.because();
                }
            }
        }
    }

    private static int step(JsonParser.Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            default -> 0;
        };
    }

    private static boolean isReasonable(String number) {
        return number.length() <= LONGEST_NUMBER && Math.abs((long) new BigDecimal(number).scale()) <= LONGEST_NUMBER;
    }
}
