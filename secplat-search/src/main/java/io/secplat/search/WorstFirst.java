package io.secplat.search;

import io.secplat.contracts.document.AssetStatusDocument;
import java.util.Comparator;

/** The order of posture lists: red, amber, green; then status number, score and key ascending. */
public final class WorstFirst {

    public static final Comparator<AssetStatusDocument> ORDER = Comparator.comparing(
                    AssetStatusDocument::postureState, Comparator.reverseOrder())
            .thenComparingInt(document -> document.status().number())
            .thenComparingInt(AssetStatusDocument::postureScore)
            .thenComparing(AssetStatusDocument::assetKey);

    private WorstFirst() {}
}
