package io.secplat.search.opensearch;

import io.secplat.local.store.TestStores;
import java.time.Clock;

/** The record on a real OpenSearch, with index names of its own for each test class. */
final class RealRecord {

    private RealRecord() {}

    static String url() {
        return TestStores.openSearch().url();
    }

    static OpenSearchRecord open(String name) {
        return open(name, Clock.systemUTC());
    }

    static OpenSearchRecord open(String name, Clock clock) {
        return new OpenSearchRecord(settings(name), clock);
    }

    static SearchSettings settings(String name) {
        return new SearchSettings(
                SearchSettings.address(url()),
                name + "-events",
                name + "-assets",
                name + "-asset-status",
                name + "-event-hours");
    }
}
