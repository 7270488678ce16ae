package io.secplat.api.jobs;

/** The jobs whose worker fell silent. */
@FunctionalInterface
public interface ExpiredLeases {

    /** Queues each of them again, or fails it when it lost its worker too often; returns how many there were. */
    int recover();
}
