package io.secplat.api.alerts;

import io.secplat.contracts.model.AssetKey;
import java.time.Instant;

/**
 * An alert that fires and that nobody acknowledged in time.
 *
 * @param changedAt since when the asset is down, as it was told first
 * @param step how many times it is told again with this one, from 1
 */
public record Overdue(AssetKey asset, Instant changedAt, int step, AssetMarks marks) {}
