/** Cron expressions by a library of their own. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.schedules.cron;
