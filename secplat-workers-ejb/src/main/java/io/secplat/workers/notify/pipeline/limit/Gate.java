package io.secplat.workers.notify.pipeline.limit;

import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Rate;
import java.time.Duration;

/**
 * The entrance to each recipient, one for all notifiers: a token bucket (generic cell rate algorithm, ITU-T I.371), and closed for as
 * long as the recipient asked. Every method throws CourierUnavailableException.
 */
public interface Gate {

    /** What the gate says. */
    sealed interface Answer {

        /** A token was taken. */
        record Open() implements Answer {}

        /** There is no token now. */
        record NoToken() implements Answer {}

        /** The recipient asked for that much more time. */
        record Closed(Duration rest) implements Answer {}
    }

    /** Takes a token if there is one. */
    Answer enter(ChannelName channel, String recipient, Rate rate);

    /** How much more time the recipient asked for; zero when it takes something. Takes no token. */
    Duration rest(ChannelName channel, String recipient);

    /** Lets nobody in for that long; a later end that was set before stays. */
    void close(ChannelName channel, String recipient, Duration time);
}
