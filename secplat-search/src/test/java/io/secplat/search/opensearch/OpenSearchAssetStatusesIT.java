package io.secplat.search.opensearch;

import io.secplat.search.AssetStatuses;
import io.secplat.search.AssetStatusesContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;

class OpenSearchAssetStatusesIT implements AssetStatusesContract {

    private static final OpenSearchRecord RECORD = RealRecord.open("assetstatuses");

    @AfterAll
    static void close() throws IOException {
        RECORD.close();
    }

    @Override
    public AssetStatuses statuses() {
        return RECORD.statuses();
    }
}
