/** Schedules in the table {@code scan_schedules}, and the run that orders what is due. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.schedules.postgres;
