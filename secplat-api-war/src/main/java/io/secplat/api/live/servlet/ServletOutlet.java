package io.secplat.api.live.servlet;

import io.secplat.api.live.Frame;
import io.secplat.api.live.Outlet;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is written to only when it can take something, so that a reader who is slow holds no thread. JAX-RS
 * has a way to send events as well, but its flush, like any flush on Open Liberty, waits for the reader. Nothing is ever
 * flushed here: with a buffer of one byte each write leaves at once.
 */
public final class ServletOutlet implements Outlet, WriteListener {

    private static final CompletableFuture<Boolean> NOTHING = CompletableFuture.completedFuture(true);

    private final AsyncContext context;
    private final ServletOutputStream out;
    private byte @Nullable [] frame;
    private boolean possible;
    private boolean closed;
    private CompletableFuture<Boolean> leaving = NOTHING;

    private ServletOutlet(AsyncContext context, ServletOutputStream out) {
        this.context = context;
        this.out = out;
    }

    /** Opens the answer to a call that is suspended. */
    public static ServletOutlet open(HttpServletRequest request) {
        AsyncContext context = request.getAsyncContext();
        context.setTimeout(0);
        HttpServletResponse response = (HttpServletResponse) context.getResponse();
        response.setBufferSize(1);
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Connection", "close");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try {
            ServletOutlet outlet = new ServletOutlet(context, response.getOutputStream());
            outlet.out.setWriteListener(outlet);
            return outlet;
        } catch (IOException e) {
            throw new IllegalStateException("the answer cannot be opened", e);
        }
    }

    /** One frame at a time: the next only when this one has left. */
    @Override
    public CompletionStage<?> send(Frame next) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(new IllegalStateException("closed"));
            }
            frame = next.bytes();
            leaving = done;
        }
        advance();
        return done;
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            possible = true;
        }
        advance();
    }

    @Override
    public void onError(Throwable failure) {
        close();
    }

    /** Writes as far as the connection takes it; the container calls again when it takes more. */
    private void advance() {
        CompletableFuture<Boolean> left = NOTHING;
        boolean broken = false;
        synchronized (this) {
            try {
                left = written();
            } catch (IOException | IllegalStateException e) {
                broken = true;
            }
        }
        if (broken) {
            close();
        } else {
            left.complete(true);
        }
    }

    /** What is done by now: the frame's leaving, or nothing. */
    private CompletableFuture<Boolean> written() throws IOException {
        if (possible && !closed && frame != null && out.isReady()) {
            out.write(frame);
            frame = null;
        }
        possible = possible && !closed && out.isReady();
        return possible && frame == null ? leaving : NOTHING;
    }

    @Override
    public void close() {
        CompletableFuture<Boolean> lost;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            lost = leaving;
        }
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // the container has ended it already
        }
        lost.completeExceptionally(new IllegalStateException("closed"));
    }

    @Override
    public synchronized boolean closed() {
        return closed;
    }
}
