package io.secplat.search.memory;

import io.secplat.search.AssetStatuses;
import io.secplat.search.AssetStatusesContract;

class InMemoryAssetStatusesTest implements AssetStatusesContract {

    private final InMemoryAssetStatuses statuses = new InMemoryAssetStatuses();

    @Override
    public AssetStatuses statuses() {
        return statuses;
    }
}
