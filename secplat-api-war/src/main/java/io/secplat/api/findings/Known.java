package io.secplat.api.findings;

import java.util.Optional;

/** What the store knows about one report: its asset, the finding with its key, and whether it is kept quiet. */
public record Known(AssetFacts asset, Optional<Finding> finding, boolean suppressed) {}
