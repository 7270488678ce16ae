/** One notifier in a process of its own: the real rooms, consumer, baton and channels, without a container around them. */
@org.jspecify.annotations.NullMarked
package io.secplat.bench.notice.node;
