/** Posture over time and in short: reports, their snapshots, what changed between two, the overview. No SQL, index or page here. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.reports;
