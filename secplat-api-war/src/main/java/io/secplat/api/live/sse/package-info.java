/** Server-sent events by JAX-RS: the way from a reader to its open connection. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.live.sse;
