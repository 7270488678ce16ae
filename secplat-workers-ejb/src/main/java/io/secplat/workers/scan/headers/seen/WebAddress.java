package io.secplat.workers.scan.headers.seen;

/**
 * Where a request went, as far as scores care.
 *
 * @param host in lower case, without port
 */
public record WebAddress(boolean secure, String host) {}
