package io.secplat.runtime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The message that this thread works on, so that every log line can name it. Belongs to one thread, as {@link CurrentRequest} does. */
public final class CurrentEvent {

    private static final ThreadLocal<@Nullable String> ID = new ThreadLocal<>();

    private CurrentEvent() {}

    /** What ends the work on a message; closing it brings back the message that was current before. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** From now until the scope is closed, this thread works on the message of that {@code event_id}, or on none. */
    public static Scope begin(Optional<String> eventId) {
        String before = ID.get();
        become(eventId.orElse(null));
        return () -> become(before);
    }

    /** The {@code event_id} of the message that this thread works on; empty between messages. */
    public static Optional<String> id() {
        return Optional.ofNullable(ID.get());
    }

    private static void become(@Nullable String eventId) {
        if (eventId == null) {
            ID.remove();
        } else {
            ID.set(eventId);
        }
    }
}
