/** Server-sent events by asynchronous servlet output: the way from a mailbox to its open connection. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.live.servlet;
