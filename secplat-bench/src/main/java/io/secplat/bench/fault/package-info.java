/** The fault harness: real stores, processes that die at named places, and what must hold afterwards whatever happened. */
@org.jspecify.annotations.NullMarked
package io.secplat.bench.fault;
