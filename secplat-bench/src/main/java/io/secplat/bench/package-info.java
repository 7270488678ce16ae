/** The benchmarks: which calls are measured, in which order, and what is made of it. */
@org.jspecify.annotations.NullMarked
package io.secplat.bench;
