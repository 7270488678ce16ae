package io.secplat.api.notifications;

import java.util.List;

/**
 * What one channel was not told of one kind, for one reason.
 *
 * @param count how many messages
 * @param assets those that it happened to most often, at most five, the most frequent first
 */
public record Muted(String channel, String kind, String reason, long count, List<String> assets) {

    public Muted {
        assets = List.copyOf(assets);
    }
}
