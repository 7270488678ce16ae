@org.jspecify.annotations.NullMarked
package io.secplat.bench.change;
