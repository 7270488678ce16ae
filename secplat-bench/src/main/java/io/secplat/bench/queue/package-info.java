/** How fast jobs travel: through the stream alone against Redis itself, and from the transaction that orders one to the worker. */
@org.jspecify.annotations.NullMarked
package io.secplat.bench.queue;
