package io.secplat.api.posture;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The posture list as a spreadsheet: CRLF lines, quoted where needed, and no cell that a spreadsheet would run. */
public final class PostureCsv {

    private static final String HEADER =
            "asset_id,status,last_seen,reason,criticality,name,owner,environment,posture_score";

    private PostureCsv() {}

    /** The whole file. */
    public static String of(List<AssetState> states) {
        return Stream.concat(Stream.of(HEADER), states.stream().map(PostureCsv::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
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
                .collect(Collectors.joining(","));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
