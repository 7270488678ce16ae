package io.secplat.container;

import io.secplat.client.Answer;
import io.secplat.client.RawHttp;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One bad request.
 *
 * @param headers header lines beside the one that authenticates
 */
record Attempt(String method, String target, List<String> headers, byte[] body) {

    private static final RawHttp SERVER = new RawHttp(ApiBench.BASE);
    private static final int SHOWN = 300;

    Answer send(String token) {
        List<String> lines = new ArrayList<>(headers);
        lines.add("Authorization: Bearer " + token);
        return SERVER.send(method, target, lines, body);
    }

    /** Enough to see what was sent. */
    @Override
    public String toString() {
        return method + " " + cut(target) + " " + cut(headers.toString()) + " "
                + cut(new String(body, StandardCharsets.UTF_8));
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + ")";
    }
}
