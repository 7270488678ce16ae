/** What is measured: stores and one server as processes of their own, filled with made-up content. */
@org.jspecify.annotations.NullMarked
package io.secplat.bench.stage;
