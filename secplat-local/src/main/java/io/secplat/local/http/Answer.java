package io.secplat.local.http;

import jakarta.json.JsonStructure;
import java.util.LinkedHashMap;
import java.util.Map;

/** One response; its body goes out as UTF-8. */
public record Answer(int status, String contentType, String body, Map<String, String> headers) {

    public static Answer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text);
    }

    public static Answer html(int status, String text) {
        return of(status, "text/html; charset=utf-8", text);
    }

    public static Answer json(int status, JsonStructure json) {
        return of(status, "application/json; charset=utf-8", json.toString());
    }

    public static Answer notFound() {
        return text(404, "Not found\n");
    }

    /** The same answer with one more header. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, contentType, body, more);
    }

    private static Answer of(int status, String contentType, String text) {
        return new Answer(status, contentType, text, Map.of());
    }
}
