package io.secplat.api.live;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A connection that keeps what is sent; while it is stuck its writer waits. */
public final class RecordingOutlet implements Outlet {

    private final List<Frame> sent = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private volatile boolean broken;
    private volatile boolean sending;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** From now on nothing leaves until {@link #flow}. */
    public void stick() {
        gate = new CountDownLatch(1);
    }

    /** What is on its way leaves, and everything after it. */
    public void flow() {
        gate.countDown();
    }

    /** Whether a writer has come with something, stuck or not. */
    public boolean sending() {
        return sending;
    }

    /** From now on sending fails. */
    public void breakDown() {
        broken = true;
    }

    @Override
    public void send(List<Frame> frames) throws IOException {
        sending = true;
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        if (broken) {
            throw new IOException("gone");
        }
        sent.addAll(frames);
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public boolean closed() {
        return closed;
    }

    /** The events that left, by name, without the first that only opens the answer. */
    public List<String> names() {
        return events().stream().map(Frame::name).toList();
    }

    /** The events that left, without the first that only opens the answer. */
    public List<Frame> events() {
        return sent.stream()
                .filter(frame -> !frame.name().isEmpty() && !frame.name().equals("ready"))
                .toList();
    }

    /** The place that the newest frame with one named. */
    public Optional<String> lastId() {
        return sent.stream().flatMap(frame -> frame.id().stream()).reduce((earlier, later) -> later);
    }

    /** Everything that left. */
    public List<Frame> frames() {
        return List.copyOf(sent);
    }
}
