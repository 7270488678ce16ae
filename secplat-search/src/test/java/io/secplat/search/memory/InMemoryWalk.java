package io.secplat.search.memory;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.search.AssetStatuses.Walk;
import java.util.List;

/** A walk over a copy. */
final class InMemoryWalk implements Walk {

    private final List<AssetStatusDocument> all;
    private final int pageSize;
    private int from;

    InMemoryWalk(List<AssetStatusDocument> all, int pageSize) {
        this.all = all;
        this.pageSize = pageSize;
    }

    @Override
    public long total() {
        return all.size();
    }

    @Override
    public List<AssetStatusDocument> next() {
        int to = Math.min(all.size(), from + pageSize);
        List<AssetStatusDocument> page = all.subList(from, to);
        from = to;
        return page;
    }

    @Override
    public void close() {
        from = all.size();
    }
}
