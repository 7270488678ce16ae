package io.secplat.runtime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request that this thread works for, so that every log line can name it: an HTTP call, or the call that once caused
 * the message at hand. Belongs to one thread; work handed to another thread begins its own.
 */
public final class CurrentRequest {

    private static final ThreadLocal<@Nullable String> ID = new ThreadLocal<>();

    private CurrentRequest() {}

    /** What ends the work for a request; closing it brings back the request that was current before. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** From now until the scope is closed, this thread works for the request of that id. */
    public static Scope begin(String requestId) {
        return begin(Optional.of(requestId));
    }

    /** The same, or for no request at all. */
    static Scope begin(Optional<String> requestId) {
        String before = ID.get();
        become(requestId.orElse(null));
        return () -> become(before);
    }

    /** The id of the request that this thread works for; empty between requests. */
    public static Optional<String> id() {
        return Optional.ofNullable(ID.get());
    }

    private static void become(@Nullable String requestId) {
        if (requestId == null) {
            ID.remove();
        } else {
            ID.set(requestId);
        }
    }
}
