package io.secplat.workers.notify.route;

import io.secplat.contracts.model.Severity;
import io.secplat.workers.notify.channel.ChannelName;
import java.time.Instant;
import java.util.List;

/**
 * Times in which channels are told nothing that can wait.
 *
 * @param channels empty means all
 * @param below severities lower than this one are not told; critical ones always are
 */
public record QuietHours(String name, Window during, List<ChannelName> channels, Severity below) {

    public QuietHours {
        channels = List.copyOf(channels);
    }

    boolean mute(ChannelName channel, Severity severity, Instant now) {
        return severity.compareTo(below) > 0
                && (channels.isEmpty() || channels.contains(channel))
                && during.contains(now);
    }
}
