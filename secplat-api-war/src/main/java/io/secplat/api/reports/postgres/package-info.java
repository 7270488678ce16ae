/** The table of snapshots, and what the overview reads of alerts. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.reports.postgres;
