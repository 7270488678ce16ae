package io.secplat.api.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A connection that keeps what is sent; while it is stuck nothing leaves. */
public final class RecordingOutlet implements Outlet {

    private final List<Frame> sent = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private volatile boolean broken;
    private CompletableFuture<Boolean> gate = CompletableFuture.completedFuture(true);

    /** From now on nothing leaves until {@link #flow}. */
    public synchronized void stick() {
        gate = new CompletableFuture<>();
    }

    /** What is on its way leaves, and everything after it. */
    public void flow() {
        boolean unused = gate().complete(true);
    }

    /** From now on sending fails. */
    public void breakDown() {
        broken = true;
    }

    @Override
    public CompletionStage<?> send(Frame frame) {
        if (broken) {
            return CompletableFuture.failedFuture(new IllegalStateException("gone"));
        }
        return gate().thenRun(() -> sent.add(frame));
    }

    private synchronized CompletableFuture<Boolean> gate() {
        return gate;
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
