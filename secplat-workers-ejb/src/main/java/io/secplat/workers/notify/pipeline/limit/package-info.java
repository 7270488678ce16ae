/** A channel gets what it takes: rates with bursts, and nothing while it asked for time. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.pipeline.limit;
