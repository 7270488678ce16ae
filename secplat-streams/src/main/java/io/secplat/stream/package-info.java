/**
 * The courier: reliable queues with groups, retries and dead letters, told as ports and small types. Nothing here knows
 * Redis; the adapters live in {@code redis}.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.stream;
