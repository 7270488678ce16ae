package io.secplat.workers.notify.pipeline.order;

import io.secplat.workers.notify.channel.ChannelName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Letters that go on as copies, which may lie behind later ones. Every method throws CourierUnavailableException. */
public interface Laggards {

    /** Longer than any copy waits; a letter that was removed by hand holds up nobody for longer. */
    Duration MEMORY = Duration.ofHours(2);

    /**
     * One of them.
     *
     * @param subjects what it is about
     * @param entryId the entry that brought it first: its place among the others
     * @param at when that was read
     */
    record Laggard(ChannelName channel, String eventId, List<String> subjects, String entryId, Instant at) {
        public Laggard {
            subjects = List.copyOf(subjects);
        }
    }

    /** Those that came within {@link #MEMORY}, by their places; older ones are forgotten. */
    List<Laggard> all(Instant now);

    void keep(List<Laggard> laggards);

    void forget(ChannelName channel, String eventId);
}
