package io.secplat.api.live;

import java.util.Optional;

/** What is sent to a reader at once: an event, or a comment that only keeps the connection warm. */
public sealed interface Frame {

    /** A comment as sign of life. */
    Frame HEARTBEAT = new Comment("heartbeat", Optional.empty());

    /**
     * An event.
     *
     * @param id what the reader sends back as {@code Last-Event-ID} to resume after it; empty for one that is no place
     * @param data one line of JSON
     */
    record Event(Optional<String> id, String name, String data) implements Frame {}

    /** A comment, with the place from which its reader may resume. */
    record Comment(String text, Optional<String> id) implements Frame {}

    /** The event at its place in the feed. */
    static Frame of(LiveFeed.Entry entry) {
        return new Event(
                Optional.of(entry.position().toString()),
                entry.event().name(),
                entry.event().data().toString());
    }

    /** Says that what came before the given place cannot be told any more, so that the reader loads everything anew. */
    static Frame reset(Position at) {
        return new Event(Optional.of(at.toString()), "reset", "{}");
    }
}
