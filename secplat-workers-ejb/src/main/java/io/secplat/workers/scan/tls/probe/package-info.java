/**
 * What a TLS server offers, found out by hand-made hellos: JSSE speaks no SSL 2.0 or 3.0, no RC4, no export suites. No handshake
 * is ever finished, nothing is attacked. Grades nothing.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.scan.tls.probe;
