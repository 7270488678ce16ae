/** Sockets with deadlines, how a target is dialled behind the guard, and what a failed connection means. Knows no protocol above TCP. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.ingestion.tcp;
