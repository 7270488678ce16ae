package io.secplat.local.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request, read completely. Header names are lower case. */
public record Call(String method, URI target, Map<String, String> headers, String text) {

    public String path() {
        return target.getPath();
    }

    public boolean is(String wantedMethod, String wantedPath) {
        return method.equals(wantedMethod) && path().equals(wantedPath);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public boolean isForm() {
        return header("content-type").orElse("").startsWith("application/x-www-form-urlencoded");
    }

    /** The fields of a form body; the last one of a name wins. */
    public Map<String, String> form() {
        return decoded(text);
    }

    public Map<String, String> query() {
        String raw = target.getRawQuery();
        return raw == null ? Map.of() : decoded(raw);
    }

    private static Map<String, String> decoded(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : List.of(encoded.split("&", -1))) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(plain(pair.substring(0, equals)), plain(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String plain(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
