/** The figures of streams and consumers at {@code /metrics}. The only package of the courier that knows MicroProfile Metrics. */
@org.jspecify.annotations.NullMarked
package io.secplat.stream.microprofile;
