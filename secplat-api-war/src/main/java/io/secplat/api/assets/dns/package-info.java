/** Proof of a domain by a TXT record. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.assets.dns;
