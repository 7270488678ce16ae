/** The way of a letter to one channel: stages in their order, and what becomes of it. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.pipeline;
