/** Proof of a domain by a file that it serves. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.assets.http;
