/**
 * Tells people: what to tell whom, through which stages, and what became of it. Nothing here knows a channel's protocol or
 * Redis; those live in {@code slack} and {@code redis}.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify;
