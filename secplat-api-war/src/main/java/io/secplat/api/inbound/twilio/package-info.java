/** Twilio's own check of its signatures. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.inbound.twilio;
