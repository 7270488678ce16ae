package io.secplat.local.inbox;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pretend Slack as it is after everything that was received: changes made, replies under what they answer. */
final class SlackRoom {

    private final Map<String, SlackPost> posts = new LinkedHashMap<>();

    /** @param received oldest first; what went to others does not matter */
    SlackRoom(Collection<Received> received) {
        received.stream().filter(one -> one.service().equals(PretendSlack.NAME)).forEach(this::take);
    }

    /** Messages that answer none, where something happened last first; a reply to one that is not here stands by itself. */
    List<SlackPost> threads() {
        return posts.values().stream()
                .filter(post -> !post.isReply() || !posts.containsKey(post.thread()))
                .sorted(Comparator.comparingLong(SlackPost::last).reversed())
                .toList();
    }

    /** The replies to a message, oldest first. */
    List<SlackPost> replies(String ts) {
        return posts.values().stream()
                .filter(post -> post.isReply() && post.thread().equals(ts))
                .toList();
    }

    /** All messages of a channel, oldest first. */
    List<SlackPost> in(String channel) {
        return posts.values().stream()
                .filter(post -> post.channel().equals(channel))
                .toList();
    }

    List<String> channels() {
        return posts.values().stream()
                .map(SlackPost::channel)
                .filter(channel -> !channel.isEmpty())
                .distinct()
                .toList();
    }

    boolean has(String ts) {
        return posts.containsKey(ts);
    }

    private void take(Received received) {
        String changed = Payload.text(received.body(), "ts");
        if (!changed.isEmpty()) {
            posts.computeIfPresent(changed, (ts, post) -> post.changed(received));
            return;
        }
        SlackPost post = SlackPost.posted(received);
        posts.put(post.ts(), post);
        posts.computeIfPresent(post.thread(), (ts, parent) -> parent.answered(received.id()));
    }
}
