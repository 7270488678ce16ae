package io.secplat.search.opensearch;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.search.AssetStatuses.Page;
import io.secplat.search.AssetStatuses.Walk;
import java.util.List;

/** A walk over one page that holds everything. */
final class ShortWalk implements Walk {

    private final long total;
    private List<AssetStatusDocument> left;

    ShortWalk(Page page) {
        this.total = page.total();
        this.left = page.documents();
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public List<AssetStatusDocument> next() {
        List<AssetStatusDocument> page = left;
        left = List.of();
        return page;
    }

    @Override
    public void close() {
        left = List.of();
    }
}
