/** The WhatsApp and SMS channels: messages through Twilio. Numbers and the account's token stay inside. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.twilio;
