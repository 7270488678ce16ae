package io.secplat.api.assets;

/** Something in the database that depends on assets; beans of this type are called within the transaction of a change. */
@FunctionalInterface
public interface AssetFollower {

    /** The asset was created, changed or verified. */
    void saved(Asset asset);
}
