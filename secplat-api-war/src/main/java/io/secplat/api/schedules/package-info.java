/** Scans that are due again and again: when, of what, and how they become jobs. No SQL, no cron library. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.schedules;
