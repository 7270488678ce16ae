package io.secplat.api.assets;

import io.secplat.api.request.Caller;
import io.secplat.contracts.model.AssetKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The inventory. Each change commits together with its audit row and the row that brings the search mirror up to date, and
 * the followers hear of it in the same transaction.
 */
public interface Assets {

    /** What became of a change. */
    sealed interface Changed {
        record To(Asset asset) implements Changed {}

        record Nothing() implements Changed {}

        record Unknown() implements Changed {}
    }

    /** What became of a deletion. */
    sealed interface Deleted {
        record Gone(int assetId) implements Deleted {}

        /** Findings or jobs still refer to it. */
        record StillNeeded() implements Deleted {}

        record Unknown() implements Deleted {}
    }

    /** Newest id first, at most {@code max}, with ids below {@code before}. */
    List<Asset> list(int max, int before);

    Optional<Asset> find(int id);

    Optional<Asset> find(AssetKey key);

    /** Empty when the key is taken. */
    Optional<Asset> create(AssetFields fields, Caller caller);

    /** Applies the change to what stands in the inventory at that moment. */
    Changed change(AssetKey key, UnaryOperator<AssetFields> change, Caller caller);

    Deleted delete(AssetKey key, Caller caller);

    /** Notes the proof of an asset; empty when its name or token is another one meanwhile. */
    Optional<Asset> verified(Asset asset, VerificationMethod method, Instant at, Caller caller);

    /** Creates these when the inventory is empty; returns how many. */
    int createFirst(List<AssetFields> assets, String requestId);
}
