package io.secplat.api.live;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

/**
 * What waits for one reader. While something waits, one thread of the writers carries it out, and it alone waits for the
 * reader: whoever puts something in never does. A reader that lets {@value #MOST} frames wait, or takes nothing within the
 * server's time limit for writing, is dropped; it may come back and resume.
 */
public final class Mailbox {

    /** As many as the feed keeps; frames are shared by all readers, so a long queue costs little. */
    public static final int MOST = LiveFeed.KEPT;

    private static final int AT_ONCE = 100;

    private final Outlet outlet;
    private final Executor writers;
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private boolean held = true;
    private boolean writing;
    private boolean ending;
    private boolean dropped;

    /** Holds everything back until {@link #begin}. */
    public Mailbox(Outlet outlet, Executor writers) {
        this.outlet = outlet;
        this.writers = writers;
    }

    /** Puts these frames before everything that came meanwhile, and starts to send. */
    public void begin(List<Frame> first) {
        synchronized (this) {
            for (int i = first.size() - 1; i >= 0; i--) {
                waiting.addFirst(first.get(i));
            }
            held = false;
        }
        write();
    }

    /** False when the reader is gone, or was too slow and is dropped with this. */
    public boolean put(Frame frame) {
        if (!accept(frame)) {
            close();
            return false;
        }
        write();
        return true;
    }

    /** A sign of life, unless something else is on its way; false when the reader is gone. */
    public boolean beat() {
        return idle() ? put(Frame.HEARTBEAT) : !gone();
    }

    /** Ends the connection once everything has left. */
    public void end() {
        synchronized (this) {
            ending = true;
        }
        closeWhenOver();
    }

    /** Ends the connection as soon as what is on its way has left or failed. */
    public void close() {
        synchronized (this) {
            dropped = true;
            waiting.clear();
        }
        closeWhenOver();
    }

    /** Whether nothing is on its way and nothing waits. */
    public synchronized boolean idle() {
        return waiting.isEmpty() && !writing;
    }

    private synchronized boolean gone() {
        return dropped || outlet.closed();
    }

    private synchronized boolean accept(Frame frame) {
        boolean room = !dropped && !outlet.closed() && waiting.size() < MOST;
        if (room) {
            waiting.addLast(frame);
        }
        return room;
    }

    private void write() {
        synchronized (this) {
            if (held || writing || waiting.isEmpty()) {
                return;
            }
            writing = true;
        }
        try {
            writers.execute(this::carry);
        } catch (RejectedExecutionException e) {
            fail();
        }
    }

    private void carry() {
        try {
            for (List<Frame> next = take(); !next.isEmpty(); next = take()) {
                outlet.send(next);
            }
        } catch (IOException | IllegalStateException e) {
            fail();
        }
        closeWhenOver();
    }

    private synchronized List<Frame> take() {
        List<Frame> next = Stream.generate(waiting::poll)
                .limit(Math.min(AT_ONCE, waiting.size()))
                .toList();
        writing = !next.isEmpty();
        return next;
    }

    private void fail() {
        synchronized (this) {
            writing = false;
        }
        close();
    }

    private void closeWhenOver() {
        if (over()) {
            outlet.close();
        }
    }

    private synchronized boolean over() {
        return !writing && (dropped || (ending && !held && waiting.isEmpty()));
    }
}
