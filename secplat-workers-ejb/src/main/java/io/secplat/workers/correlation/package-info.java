/**
 * Turns findings and alerts into incidents. Decides which message is whose business; it has no rule yet, since the API does
 * not take incidents yet, so what would become an incident is acknowledged and told in the log.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.correlation;
