/** Which signed calls were taken, in the table {@code inbound_requests}; nobody else writes it. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.inbound.postgres;
