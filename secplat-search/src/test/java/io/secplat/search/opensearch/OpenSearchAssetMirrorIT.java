package io.secplat.search.opensearch;

import io.secplat.search.AssetMirror;
import io.secplat.search.AssetMirrorContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;

class OpenSearchAssetMirrorIT implements AssetMirrorContract {

    private static final OpenSearchRecord RECORD = RealRecord.open("assetmirror");

    @AfterAll
    static void close() throws IOException {
        RECORD.close();
    }

    @Override
    public AssetMirror assets() {
        return RECORD.assets();
    }
}
