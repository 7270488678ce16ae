package io.secplat.api.live;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is sent to a reader at once. All readers share it, so its bytes are made once. */
public final class Frame {

    /** A comment that only keeps the connection warm. */
    static final Frame HEARTBEAT = new Frame(Optional.empty(), "", "heartbeat", ": heartbeat\n\n");

    private static final String READY = "ready";
    private static final String RECONNECT = "retry: 2000\n";

    private final Optional<String> id;
    private final String name;
    private final String data;
    private final byte[] bytes;

    private Frame(Optional<String> id, String name, String data, String wire) {
        this.id = id;
        this.name = name;
        this.data = data;
        this.bytes = wire.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * An event, as HTML's specification of server-sent events writes it.
     *
     * @param id what the reader sends back as {@code Last-Event-ID} to resume after it
     * @param data one line of JSON
     */
    public static Frame event(String id, String name, String data) {
        String wire = "id: " + id + "\nevent: " + name + "\ndata: " + data + "\n\n";
        return new Frame(Optional.of(id), name, data, name.equals(READY) ? RECONNECT + wire : wire);
    }

    /** Opens the answer, and gives even a reader that has heard nothing a place to resume from. */
    public static Frame ready(String id) {
        return event(id, READY, "{}");
    }

    /** The event at its place in the feed. */
    static Frame of(LiveFeed.Entry entry) {
        return event(
                entry.position().toString(),
                entry.event().name(),
                entry.event().data().toString());
    }

    /** Says that what came before the given place cannot be told any more, so that the reader loads everything anew. */
    static Frame reset(Position at) {
        return event(at.toString(), "reset", "{}");
    }

    /** Empty for a sign of life. */
    public Optional<String> id() {
        return id;
    }

    /** Empty for a sign of life. */
    public String name() {
        return name;
    }

    public String data() {
        return data;
    }

    /** What stands on the wire; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return name + " " + data;
    }
}
