package io.secplat.stream;

import io.secplat.contracts.event.StreamName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the streams without changing them. */
public interface StreamInspector {

    /**
     * How one group stands.
     *
     * @param pending entries read and not settled
     * @param minId the smallest pending id, null without any
     * @param maxId the largest pending id, null without any
     * @param oldestIdleMs milliseconds since the longest-untouched pending entry was touched, null without any
     * @param lag entries not read yet: up to 1,000 exactly, beyond that an estimate between 1,000 and the length
     */
    record GroupState(
            long pending, @Nullable String minId, @Nullable String maxId, @Nullable Long oldestIdleMs, long lag) {}

    /** How one stream stands: its length, that of its dead letters, and its groups by name. */
    record StreamState(long length, long deadLetters, Map<String, GroupState> groups) {}

    /** The version of the server that carries the streams. */
    String serverVersion();

    /** All five streams; throws {@link CourierUnavailableException}. */
    Map<StreamName, StreamState> inspect();
}
