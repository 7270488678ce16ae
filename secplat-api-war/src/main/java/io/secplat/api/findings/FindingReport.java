package io.secplat.api.findings;

import org.jspecify.annotations.Nullable;

/** A finding as somebody reports it; the asset is named by key, else by id. */
public record FindingReport(String key, @Nullable String assetKey, @Nullable Integer assetId, FindingDetails details) {}
