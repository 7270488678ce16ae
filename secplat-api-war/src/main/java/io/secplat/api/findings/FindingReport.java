package io.secplat.api.findings;

import org.jspecify.annotations.Nullable;

/** A finding as somebody reports it; the asset is named by key, by id, or by both. */
public record FindingReport(String key, @Nullable String assetKey, @Nullable Integer assetId, FindingDetails details) {

    /** Whether it is about that asset. */
    public boolean concerns(AssetFacts asset) {
        return assetKey == null ? assetId != null && assetId == asset.assetId() : assetKey.equals(asset.assetKey());
    }

    /** Both reports as one: this is said after that. */
    public FindingReport after(FindingReport earlier) {
        return new FindingReport(key, assetKey, assetId, details.over(earlier.details));
    }
}
