package io.secplat.api.findings;

import java.util.Set;

/** What the risk of a finding depends on in its asset; the words are those of the inventory. */
public record AssetFacts(
        int assetId,
        String assetKey,
        String assetName,
        String type,
        String assetType,
        String environment,
        String criticality,
        boolean verified,
        boolean active,
        Set<String> tags,
        boolean markedInternetFacing) {

    private static final Set<String> OUTSIDE_TYPES = Set.of("external", "public", "internet", "edge", "ingress");

    public AssetFacts {
        tags = Set.copyOf(tags);
    }

    /** Whether anybody on the internet can reach it, as far as the inventory tells. */
    public boolean internetFacing() {
        return type.equals("external_web")
                || OUTSIDE_TYPES.contains(assetType)
                || tags.contains("public")
                || tags.contains("internet-facing")
                || markedInternetFacing;
    }
}
