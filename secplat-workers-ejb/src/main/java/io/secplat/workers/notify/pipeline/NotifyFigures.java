package io.secplat.workers.notify.pipeline;

import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.route.Suppression;
import java.time.Duration;

/**
 * Hears what became of messages on each channel, for the figures that operators see. Called on the threads that do the work,
 * several at once; it returns at once and throws nothing.
 */
public interface NotifyFigures {

    /** Hears nothing. */
    NotifyFigures NONE = new NotifyFigures() {};

    /** This notifier tells the channel from now on. */
    default void serves(ChannelName channel) {}

    /** The channel accepted a message that was made that long before. */
    default void sent(ChannelName channel, Duration since) {}

    /** The channel never accepted a message: it is a dead letter now. */
    default void failed(ChannelName channel) {}

    /** The channel is not told of a message, for that reason. */
    default void suppressed(ChannelName channel, Suppression why) {}

    /** A message waits for its turn: for the rate, for time that the recipient asked for, or for a service in trouble. */
    default void putOff(ChannelName channel) {}
}
