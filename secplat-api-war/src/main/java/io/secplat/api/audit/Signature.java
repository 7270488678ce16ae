package io.secplat.api.audit;

/**
 * A signature as it is stored.
 *
 * @param key the name of the key that made it
 * @param mac 64 hex digits
 */
public record Signature(String key, String mac) {}
