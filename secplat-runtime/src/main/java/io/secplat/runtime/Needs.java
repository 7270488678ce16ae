package io.secplat.runtime;

import java.util.Set;

/**
 * What a server of these roles works with. What it needs takes it out of service when it is away; without the rest it does what
 * it can. Where the API is among the roles its needs alone count, since callers come for the API.
 */
public record Needs(Roles roles) {

    /** Whether any role of the server works with it. */
    public boolean uses(Dependency dependency) {
        return roles.active().stream().anyMatch(role -> uses(role).contains(dependency));
    }

    /** Whether the server is not ready without it. */
    public boolean needs(Dependency dependency) {
        return roles.has(Role.API)
                ? needed(Role.API).contains(dependency)
                : roles.active().stream().anyMatch(role -> needed(role).contains(dependency));
    }

    private static Set<Dependency> uses(Role role) {
        return switch (role) {
            case API -> Set.of(Dependency.POSTGRES, Dependency.REDIS, Dependency.OPENSEARCH);
            case INGESTION, DERIVER -> Set.of(Dependency.REDIS, Dependency.OPENSEARCH);
            case SCAN_WORKERS, CORRELATOR, NOTIFIER -> Set.of(Dependency.REDIS);
        };
    }

    /** Those that read a stream need Redis; ingestion only writes to one, and keeps its events while OpenSearch is away. */
    private static Set<Dependency> needed(Role role) {
        return switch (role) {
            case API -> Set.of(Dependency.POSTGRES);
            case INGESTION -> Set.of();
            case DERIVER, SCAN_WORKERS, CORRELATOR, NOTIFIER -> Set.of(Dependency.REDIS);
        };
    }
}
