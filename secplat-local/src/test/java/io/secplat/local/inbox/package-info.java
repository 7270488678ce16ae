/** The inbox as its senders and readers see it. */
package io.secplat.local.inbox;
