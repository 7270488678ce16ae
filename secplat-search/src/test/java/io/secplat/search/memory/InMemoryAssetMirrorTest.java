package io.secplat.search.memory;

import io.secplat.search.AssetMirror;
import io.secplat.search.AssetMirrorContract;

class InMemoryAssetMirrorTest implements AssetMirrorContract {

    private final InMemoryAssetMirror assets = new InMemoryAssetMirror();

    @Override
    public AssetMirror assets() {
        return assets;
    }
}
