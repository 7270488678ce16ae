package io.secplat.workers.notify.route;

import io.secplat.workers.notify.channel.ChannelName;
import java.util.List;

/**
 * Which channels hear of what fits.
 *
 * @param goesOn whether the routes after it are asked too when it fits
 */
public record Route(String name, Match match, List<ChannelName> channels, boolean goesOn) {

    public Route {
        channels = List.copyOf(channels);
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("a route has at least one channel");
        }
    }
}
