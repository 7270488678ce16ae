/** The scan {@code tls_headers}: connection, certificate and the security headers of the HTTPS front page. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.tls;
