package io.secplat.search.opensearch;

import io.secplat.search.SearchHealth;
import java.util.Map;

/** Asks the cluster for its health; any answer that a cluster manager stands behind will do. */
public final class OpenSearchHealth implements SearchHealth {

    private final Cluster cluster;

    OpenSearchHealth(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public void check() {
        String patience = SearchSettings.HEALTH_TIMEOUT.toSeconds() + "s";
        cluster.get(
                "/_cluster/health",
                Map.of("timeout", patience, "cluster_manager_timeout", patience, "filter_path", "status"),
                SearchSettings.HEALTH_TIMEOUT);
    }
}
