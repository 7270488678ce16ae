/** The rules alone. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.tls.rating;
