package io.secplat.api.live.sse;

import io.secplat.api.live.Frame;
import io.secplat.api.live.Outlet;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A connection as JAX-RS keeps it; writing does not block, so a slow reader costs memory and no thread. */
public record SseOutlet(SseEventSink sink, Sse sse) implements Outlet {

    private static final long RECONNECT_MS = 2_000;

    @Override
    public CompletionStage<?> send(Frame frame) {
        try {
            return sink.send(event(frame));
        } catch (IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void close() {
        sink.close();
    }

    @Override
    public boolean closed() {
        return sink.isClosed();
    }

    private OutboundSseEvent event(Frame frame) {
        OutboundSseEvent.Builder builder = sse.newEventBuilder();
        if (frame instanceof Frame.Event event) {
            event.id().ifPresent(builder::id);
            return builder.name(event.name())
                    .mediaType(MediaType.TEXT_PLAIN_TYPE)
                    .data(String.class, event.data())
                    .build();
        }
        Frame.Comment comment = (Frame.Comment) frame;
        comment.id().ifPresent(id -> builder.id(id).reconnectDelay(RECONNECT_MS));
        return builder.comment(comment.text()).build();
    }
}
