/** Server-sent events by suspended servlet answers: the way from a mailbox to its open connection. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.live.servlet;
