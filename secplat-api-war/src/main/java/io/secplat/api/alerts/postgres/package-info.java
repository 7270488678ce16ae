/** Alerts in the table {@code alert_states}; nobody else writes it. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.alerts.postgres;
