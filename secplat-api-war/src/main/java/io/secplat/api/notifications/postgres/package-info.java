/** Deliveries in the table {@code notification_deliveries}; nobody else writes it. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.notifications.postgres;
