/** Brings a letter to its channel once: attempts are noted before and after, and a channel is asked about those whose end nobody saw. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.pipeline.deliver;
