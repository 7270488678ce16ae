package io.secplat.workers.notify.twilio;

import io.secplat.workers.notify.channel.ChannelName;

/** Who tells whom, and by which of Twilio's ways. */
public record TwilioRoute(ChannelName channel, TwilioAddress from, TwilioAddress to) {

    /** Masked, for example {@code whatsapp:+49…4711}. */
    String recipient() {
        return channel.wire() + ":" + to.masked();
    }
}
