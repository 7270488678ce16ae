package io.secplat.api.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one reader: one frame is on its way, the others stand behind it. A reader that lets {@value #MOST} frames
 * wait, or takes nothing for {@value #MISSED} heartbeats, is dropped; it may come back and resume. Nobody who puts something
 * in ever waits for a reader.
 */
public final class Mailbox {

    /** As many as the feed keeps; frames are shared by all readers, so a long queue costs little. */
    public static final int MOST = LiveFeed.KEPT;

    static final int MISSED = 4;

    private final Outlet outlet;
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private boolean held = true;
    private boolean sending;
    private boolean ending;
    private int missed;

    /** Holds everything back until {@link #begin}. */
    public Mailbox(Outlet outlet) {
        this.outlet = outlet;
    }

    /** Puts these frames before everything that came meanwhile, and starts to send. */
    public void begin(List<Frame> first) {
        synchronized (this) {
            for (int i = first.size() - 1; i >= 0; i--) {
                waiting.addFirst(first.get(i));
            }
            held = false;
        }
        pump();
    }

    /** False when the reader is gone, or was too slow and is dropped with this. */
    public boolean put(Frame frame) {
        if (outlet.closed() || !accept(frame)) {
            outlet.close();
            return false;
        }
        pump();
        return true;
    }

    /** A sign of life, unless something else is on its way; false as for {@link #put}. */
    public boolean beat() {
        return missedTooMany() ? drop() : idle() ? put(Frame.HEARTBEAT) : !outlet.closed();
    }

    /** Ends the connection once everything has left. */
    public void end() {
        synchronized (this) {
            ending = true;
        }
        pump();
    }

    /** Ends the connection now. */
    public void close() {
        outlet.close();
    }

    /** Whether nothing is on its way and nothing waits. */
    public synchronized boolean idle() {
        return waiting.isEmpty() && !sending;
    }

    private boolean drop() {
        outlet.close();
        return false;
    }

    private synchronized boolean missedTooMany() {
        missed = sending ? missed + 1 : 0;
        return missed >= MISSED;
    }

    private synchronized boolean accept(Frame frame) {
        boolean room = waiting.size() < MOST;
        if (room) {
            waiting.addLast(frame);
        }
        return room;
    }

    /** Sends as long as frames leave at once; behind one that does not, it goes on when that one has left. */
    private void pump() {
        for (Frame next = take(); next != null; next = take()) {
            CompletableFuture<?> sent = outlet.send(next).toCompletableFuture();
            if (!sent.isDone()) {
                CompletableFuture<?> unused = sent.whenComplete((done, failure) -> {
                    left(failure);
                    pump();
                });
                return;
            }
            left(sent.isCompletedExceptionally() ? new IllegalStateException("not sent") : null);
        }
        if (finished()) {
            outlet.close();
        }
    }

    private void left(@Nullable Throwable failure) {
        synchronized (this) {
            sending = false;
            missed = 0;
            if (failure != null) {
                waiting.clear();
            }
        }
        if (failure != null) {
            outlet.close();
        }
    }

    private synchronized boolean finished() {
        return ending && !held && waiting.isEmpty() && !sending;
    }

    private synchronized @Nullable Frame take() {
        if (held || sending || waiting.isEmpty()) {
            return null;
        }
        sending = true;
        return waiting.pollFirst();
    }
}
