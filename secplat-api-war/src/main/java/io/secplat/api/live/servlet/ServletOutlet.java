package io.secplat.api.live.servlet;

import io.secplat.api.live.Frame;
import io.secplat.api.live.Outlet;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** The answer to a call that is suspended, written to until one side has enough. */
public final class ServletOutlet implements Outlet {

    private final AsyncContext context;
    private final ServletOutputStream out;
    private volatile boolean closed;

    private ServletOutlet(AsyncContext context, ServletOutputStream out) {
        this.context = context;
        this.out = out;
    }

    /**
     * Opens the answer; no cache and no proxy shall hold anything back. It is flushed before there is anything to flush, since
     * Open Liberty lets the first flush of an answer pass without effect.
     */
    public static ServletOutlet open(HttpServletRequest request) {
        AsyncContext context = request.getAsyncContext();
        context.setTimeout(0);
        HttpServletResponse response = (HttpServletResponse) context.getResponse();
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Connection", "close");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try {
            response.flushBuffer();
            return new ServletOutlet(context, response.getOutputStream());
        } catch (IOException e) {
            throw new IllegalStateException("the answer cannot be opened", e);
        }
    }

    @Override
    public void send(List<Frame> frames) throws IOException {
        for (Frame frame : frames) {
            out.write(frame.bytes());
        }
        out.flush();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // the container has ended it already
        }
    }

    @Override
    public boolean closed() {
        return closed;
    }
}
