package io.secplat.api.request;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A form with the text it came as, which its sender signed.
 *
 * @param values of each name the first
 */
public record RawForm(String text, Map<String, String> values) {

    public RawForm {
        values = Map.copyOf(values);
    }

    /** Reads the entity of a call; 413 above 1 MiB. */
    public static RawForm read(InputStream entity) {
        String text = new String(BodyLimit.read(entity), StandardCharsets.UTF_8);
        return new RawForm(text, FormBody.parse(text));
    }
}
