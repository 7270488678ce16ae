package io.secplat.search;

/** Whether the record answers. */
@FunctionalInterface
public interface SearchHealth {

    /** Returns when the cluster answers; otherwise throws {@link SearchUnavailableException}. */
    void check();
}
