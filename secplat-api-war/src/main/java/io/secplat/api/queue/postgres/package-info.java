/** Writes down in the audit what operators did with dead letters. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.queue.postgres;
