package io.secplat.search;

import io.secplat.contracts.document.AssetStatusDocument;
import java.util.List;

/**
 * What stands out among status documents, beside their counts.
 *
 * @param worst the first of the list, worst first
 * @param reasons the most frequent reasons, the most frequent first, then by name
 * @param recent those seen last, the newest first, then by key; assets never seen are left out
 */
public record PostureHighlights(
        PostureSummary summary,
        List<AssetStatusDocument> worst,
        List<ReasonCount> reasons,
        List<AssetStatusDocument> recent) {

    /** How many assets have this reason. */
    public record ReasonCount(String reason, long count) {}

    public PostureHighlights {
        worst = List.copyOf(worst);
        reasons = List.copyOf(reasons);
        recent = List.copyOf(recent);
    }
}
