package io.secplat.api.reports;

import io.secplat.search.PostureFilter;

/** The alerts that somebody should look at now. */
@FunctionalInterface
public interface FiringAlerts {

    /** How many stand in the bucket {@code firing}; the status of the filter is ignored. */
    long count(PostureFilter filter);
}
