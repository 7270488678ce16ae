/** How many sites one scan worker examines in a second: the packaged server, the real stores, and sites that are made up. */
@org.jspecify.annotations.NullMarked
package io.secplat.bench.scan;
