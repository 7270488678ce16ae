package io.secplat.api.posture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The posture list as a spreadsheet: CRLF lines, quoted where needed, and no cell that a spreadsheet would run. */
public final class PostureCsv {

    private static final String HEADER =
            "asset_id,status,last_seen,reason,criticality,name,owner,environment,posture_score\r\n";

    private PostureCsv() {}

    /** Writes the whole file, a page at a time, and closes the walk. */
    public static void write(PostureWalk walk, OutputStream out) throws IOException {
        try (walk) {
            out.write(bytes(HEADER));
            for (List<AssetState> page = walk.next(); !page.isEmpty(); page = walk.next()) {
                out.write(bytes(page.stream().map(PostureCsv::line).collect(Collectors.joining())));
            }
        }
    }

    private static String line(AssetState state) {
        return Stream.of(
                        cell(state.assetKey()),
                        cell(state.status()),
                        cell(state.lastSeen()),
                        cell(state.reason()),
                        cell(state.criticality()),
                        cell(state.name()),
                        cell(state.owner()),
                        cell(state.environment()),
                        cell(state.postureScore()))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
