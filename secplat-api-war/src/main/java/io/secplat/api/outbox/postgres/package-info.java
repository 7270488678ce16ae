/**
 * The outbox table and the lock that lets one relay work at a time.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.api.outbox.postgres;
