/** Incidents in the table {@code incidents}; nobody else writes it. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.incidents.postgres;
