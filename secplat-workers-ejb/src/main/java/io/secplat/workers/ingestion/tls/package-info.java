/** Handshakes with chain, name and validity checked against the trust store of the Java runtime. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.ingestion.tls;
