package io.secplat.runtime;

import io.secplat.contracts.trace.TraceContext;
import java.util.Optional;

/** What a thread works for, on and in, so that another thread can go on with it. */
public record CurrentWork(Optional<String> request, Optional<String> event, Optional<TraceContext> trace) {

    /** What ends the work; closing it brings back what was current before. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** That of the thread that asks. */
    public static CurrentWork here() {
        return new CurrentWork(CurrentRequest.id(), CurrentEvent.id(), CurrentTrace.context());
    }

    /** From now until the scope is closed, the thread that calls does this work. */
    public Scope begin() {
        CurrentRequest.Scope forRequest = CurrentRequest.begin(request);
        CurrentEvent.Scope onEvent = CurrentEvent.begin(event);
        CurrentTrace.Scope inTrace = CurrentTrace.begin(trace);
        return () -> {
            inTrace.close();
            onEvent.close();
            forRequest.close();
        };
    }
}
