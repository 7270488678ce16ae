/** Jobs in the tables {@code scan_jobs} and {@code job_log_lines}; nobody else writes them. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.jobs.postgres;
