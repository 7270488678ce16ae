package io.secplat.runtime;

import io.secplat.contracts.trace.TraceContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The trace that this thread works in, so that log lines, messages and calls can carry it on. Belongs to one thread, as
 * {@link CurrentRequest} does.
 */
public final class CurrentTrace {

    private static final ThreadLocal<@Nullable TraceContext> CONTEXT = new ThreadLocal<>();

    private CurrentTrace() {}

    /** What ends the work in a trace; closing it brings back the trace that was current before. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** From now until the scope is closed, this thread works in that trace, or in none. */
    public static Scope begin(Optional<TraceContext> context) {
        TraceContext before = CONTEXT.get();
        become(context.orElse(null));
        return () -> become(before);
    }

    /** The trace that this thread works in. */
    public static Optional<TraceContext> context() {
        return Optional.ofNullable(CONTEXT.get());
    }

    private static void become(@Nullable TraceContext context) {
        if (context == null) {
            CONTEXT.remove();
        } else {
            CONTEXT.set(context);
        }
    }
}
