/** The cookies that a browser would keep (RFC 6265, with the SameSite attribute and name prefixes of its successor). Never holds a value. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.headers.cookies;
