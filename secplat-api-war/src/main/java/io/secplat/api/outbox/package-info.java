/**
 * Events and mirror changes that a transaction decided, and the relay that carries them out. No SQL, no transport client.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.api.outbox;
