/** Sockets with deadlines, how a name is dialled, and what a failed connection means. Knows no protocol above TCP. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.ingestion.tcp;
