/** What comes back from people: clicks in Slack and replies by WhatsApp, each signed by its sender. No SQL or client library here. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.inbound;
