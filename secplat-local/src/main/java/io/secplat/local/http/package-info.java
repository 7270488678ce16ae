/** A small HTTP server on loopback for the helpers of the local run. Not for the product itself. */
@org.jspecify.annotations.NullMarked
package io.secplat.local.http;
