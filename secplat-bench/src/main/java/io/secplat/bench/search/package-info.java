/** What reports cost the record. */
@org.jspecify.annotations.NullMarked
package io.secplat.bench.search;
