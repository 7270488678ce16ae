package io.secplat.workers.ingestion;

import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;

/** An asset that is active and has a probe. */
public record MonitoredAsset(AssetKey key, Probe probe) {}
