/** Letters about the same asset go to a channel in the order of the stream, also when one of them has to wait. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.pipeline.order;
