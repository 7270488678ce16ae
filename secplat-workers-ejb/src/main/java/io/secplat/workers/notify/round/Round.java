package io.secplat.workers.notify.round;

import io.secplat.workers.notify.channel.ChannelName;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How far one letter is: which channels are through with it, and when it comes to the others again. Lost with the process; then the
 * delivery log knows who was told. Safe for several threads.
 */
public final class Round {

    private final Set<ChannelName> through = EnumSet.noneOf(ChannelName.class);
    private final Map<ChannelName, Instant> due = new EnumMap<>(ChannelName.class);
    private boolean announced;

    /** Whether it is told already to which channels the letter goes. */
    public synchronized boolean isAnnounced() {
        return announced;
    }

    public synchronized void announced() {
        announced = true;
    }

    /** Nothing more happens to the letter on this channel. */
    public synchronized void end(ChannelName channel) {
        boolean unused = through.add(channel);
        due.remove(channel);
    }

    public synchronized boolean isThrough(ChannelName channel) {
        return through.contains(channel);
    }

    /** It comes to this channel again then. */
    synchronized void putOff(ChannelName channel, Instant when) {
        due.put(channel, when);
    }

    /** When it comes to this channel; long ago when nothing is in the way. */
    synchronized Instant due(ChannelName channel) {
        return due.getOrDefault(channel, Instant.MIN);
    }
}
