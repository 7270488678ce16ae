package io.secplat.api.request;

import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form as request body; values are checked like a JSON body's, and never repeated. Another content type has no values. */
public final class FormBody {

    private final Map<String, String> values;
    private final Violations violations = new Violations();

    private FormBody(Map<String, String> values) {
        this.values = values;
    }

    /** Reads the entity of a call; 413 above 1 MiB. */
    public static FormBody read(@Nullable MediaType type, InputStream entity) {
        boolean form = type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
        return new FormBody(form ? parse(new String(BodyLimit.read(entity), StandardCharsets.UTF_8)) : Map.of());
    }

    /** A value that must be there and not be empty. */
    public String required(String name, int longest) {
        String value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            violations.add("missing", List.of("body", name), name + " is required", null);
        } else if (!Storable.text(value)) {
            violations.add("string_unicode", List.of("body", name), name + " must be Unicode without U+0000", null);
        } else if (value.length() > longest) {
            violations.add("string_too_long", List.of("body", name), name + " is too long", null);
        }
        return value;
    }

    /** Throws the validation problem if anything was wrong so far. */
    public void check() {
        violations.check();
    }

    static Map<String, String> parse(String text) {
        Map<String, String> parsed = new HashMap<>();
        Arrays.stream(text.split("&", -1)).forEach(pair -> {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parsed.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        });
        return parsed;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
