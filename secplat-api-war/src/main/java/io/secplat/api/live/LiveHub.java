package io.secplat.api.live;

import io.secplat.stream.CourierUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The readers of this server: gives each event of the feed to all of them, and knows how far it is. While the feed is away
 * readers stay and may join; when it is back and has lost events, all of them are told to load everything anew.
 */
public final class LiveHub {

    private final LiveFeed feed;
    private final int mostReaders;
    private final Executor writers;
    private final Queue<Reader> readers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private Optional<Position> told = Optional.empty();

    private static final class Reader {

        private final Mailbox mailbox;
        private final BooleanSupplier entitled;
        private volatile Position after;

        /**
         * @param entitled whether the reader may still listen; asked at each heartbeat
         * @param after events up to this place are known to the reader
         */
        private Reader(Mailbox mailbox, BooleanSupplier entitled, Position after) {
            this.mailbox = mailbox;
            this.entitled = entitled;
            this.after = after;
        }

        private boolean wants(Position position) {
            return position.compareTo(after) > 0;
        }
    }

    /** @param mostReaders readers beyond this number are sent away */
    public LiveHub(LiveFeed feed, int mostReaders, Executor writers) {
        this.feed = feed;
        this.mostReaders = mostReaders;
        this.writers = writers;
    }

    /** Whether one more reader would be too many. */
    public boolean full() {
        return count.get() >= mostReaders;
    }

    /** How many readers there are. */
    public int readers() {
        return count.get();
    }

    /**
     * Adds a reader. One that names the last event it knows gets what came after it; when that cannot be told any more it
     * gets {@code reset} first.
     */
    public void join(Outlet outlet, BooleanSupplier entitled, Optional<Position> last) {
        Mailbox mailbox = new Mailbox(outlet, writers);
        Position now;
        Reader reader;
        synchronized (this) {
            now = told.orElse(Position.UNKNOWN);
            reader = new Reader(
                    mailbox, entitled, last.filter(known -> isAfter(known, now)).orElse(now));
            readers.add(reader);
        }
        count.incrementAndGet();
        mailbox.begin(last.isEmpty() ? List.of(Frame.ready(now.toString())) : resumed(reader, last.get(), now));
    }

    /** Where the feed is to be read on; empty when it was never reached, or readers may have missed something since. */
    synchronized Optional<Position> told() {
        return told;
    }

    /** Gives these events to every reader. */
    synchronized void tell(List<LiveFeed.Entry> entries) {
        for (LiveFeed.Entry entry : entries) {
            if (isForReaders(entry)) {
                tell(entry);
            }
            told = Optional.of(entry.position());
        }
    }

    private void tell(LiveFeed.Entry entry) {
        Frame frame = Frame.of(entry);
        readers.stream()
                .filter(reader -> reader.wants(entry.position()))
                .filter(reader -> !reader.mailbox.put(frame))
                .forEach(this::leave);
    }

    private static boolean isForReaders(LiveFeed.Entry entry) {
        return !entry.event().name().equals(LiveEvent.BEGIN.name());
    }

    /** From here on the feed is read; whoever is here already must load everything anew. */
    synchronized void start(Position end) {
        told = Optional.of(end);
        Frame reset = Frame.reset(end);
        readers.forEach(reader -> reader.after = end);
        readers.stream().filter(reader -> !reader.mailbox.put(reset)).forEach(this::leave);
    }

    /** Shows every reader that the connection is alive, and sends away who may not listen any more. */
    void beat() {
        for (Reader reader : readers) {
            if (!reader.entitled.getAsBoolean()) {
                reader.mailbox.close();
            }
            if (!reader.mailbox.beat()) {
                leave(reader);
            }
        }
    }

    /** The server stops. */
    void close() {
        readers.forEach(reader -> {
            reader.mailbox.close();
            leave(reader);
        });
    }

    private void leave(Reader reader) {
        if (readers.remove(reader)) {
            count.decrementAndGet();
        }
    }

    /** What the reader missed up to where this server is; what comes later reaches it as it reaches the others. */
    private List<Frame> resumed(Reader reader, Position known, Position now) {
        Optional<List<LiveFeed.Entry>> missed = since(known).filter(entries -> entries.size() < Mailbox.MOST);
        if (missed.isEmpty()) {
            reader.after = now;
            return List.of(Frame.reset(now));
        }
        List<Frame> frames = missed.get().stream()
                .filter(entry -> !isAfter(entry.position(), now))
                .filter(LiveHub::isForReaders)
                .map(Frame::of)
                .toList();
        return frames.isEmpty() ? List.of(Frame.ready(known.toString())) : frames;
    }

    private Optional<List<LiveFeed.Entry>> since(Position known) {
        try {
            return feed.since(known, Mailbox.MOST);
        } catch (CourierUnavailableException e) {
            return Optional.empty();
        }
    }

    private static boolean isAfter(Position one, Position other) {
        return one.compareTo(other) > 0;
    }
}
