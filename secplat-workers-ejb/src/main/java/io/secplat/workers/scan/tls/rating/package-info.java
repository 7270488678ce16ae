/**
 * The grade of a TLS server by the SSL Labs "SSL Server Rating Guide", version 2009q: what was seen goes in, a letter with its
 * reasons comes out. Asks nobody and knows no bytes.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.tls.rating;
