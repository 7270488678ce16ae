/** Scan jobs: who may run one, for how long, and when it ends. No SQL and no stream here. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.jobs;
