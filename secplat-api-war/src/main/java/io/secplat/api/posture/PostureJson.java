package io.secplat.api.posture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The complete posture list as JSON, written while it is read: the members of a page, without the page. */
public final class PostureJson {

    private PostureJson() {}

    /** Writes the whole object, a page at a time, and closes the walk. */
    public static void write(PostureWalk walk, OutputStream out) throws IOException {
        try (walk) {
            out.write(bytes("{\"total\":" + walk.total() + ",\"items\":["));
            String separator = "";
            for (List<AssetState> page = walk.next(); !page.isEmpty(); page = walk.next()) {
                out.write(bytes(page.stream()
                        .map(state -> state.json().toString())
                        .collect(Collectors.joining(",", separator, ""))));
                separator = ",";
            }
            out.write(bytes("],\"next_cursor\":null}"));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
