package io.secplat.bench.notice;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a stand-in is asked.
 *
 * @param path without the query
 * @param query decoded
 * @param isHeard whether who asks hears the answer
 */
record Ask(String method, String path, Map<String, String> query, String body, boolean isHeard) {

    boolean isPost() {
        return method.equals("POST");
    }

    /** The body as a form, decoded. */
    Map<String, String> form() {
        return pairs(body);
    }

    static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
