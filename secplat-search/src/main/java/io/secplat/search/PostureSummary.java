package io.secplat.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts over status documents.
 *
 * @param scoreAverage mean posture score, null without documents
 * @param downAssets keys of every asset whose status is down, ascending
 */
public record PostureSummary(
        long total,
        long green,
        long amber,
        long red,
        @Nullable Double scoreAverage,
        long flapping,
        long stale,
        long unknown,
        List<String> downAssets) {

    public PostureSummary {
        downAssets = List.copyOf(downAssets);
    }
}
