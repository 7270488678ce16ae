/** The fault harness and the bench of the notifier: real Redis, processes that die, a Slack that misbehaves, and what people got of it. */
@org.jspecify.annotations.NullMarked
package io.secplat.bench.notice;
