/** The load generator: one thread that keeps many connections busy, or a schedule. Knows HTTP/1.1, nothing of SecPlat. */
@org.jspecify.annotations.NullMarked
package io.secplat.bench.load;
