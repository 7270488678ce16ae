package io.secplat.workers.notify.letter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A notice with what its envelope says.
 *
 * @param eventId the message's {@code event_id}, or the entry id of a hand-made one; kept by retries
 * @param entryId the stream entry that carries it now
 * @param requestId the call that caused it
 * @param attempts retries made so far
 * @param channels the channels asked for; empty means all that are configured
 * @param route the name of the route that chose its channel; null when none did, or while it has no one channel
 * @param made when the message was made; when it was read if it does not say
 */
public record Letter(
        String eventId,
        String entryId,
        String requestId,
        int attempts,
        Notice notice,
        List<String> channels,
        @Nullable String route,
        Instant made) {

    public Letter {
        channels = List.copyOf(channels);
    }

    /** One that no route has chosen a channel for. */
    public Letter(
            String eventId,
            String entryId,
            String requestId,
            int attempts,
            Notice notice,
            List<String> channels,
            Instant made) {
        this(eventId, entryId, requestId, attempts, notice, channels, null, made);
    }

    /** The same on its way to a channel which that route chose, if one did. */
    public Letter by(Optional<String> chosen) {
        return new Letter(eventId, entryId, requestId, attempts, notice, channels, chosen.orElse(null), made);
    }

    /** Whether it may have come as another entry before. */
    public boolean isCopy() {
        return attempts > 0 || !channels.isEmpty();
    }

    /** Letters that share one of these stay in order: what they are about, and their key. */
    public List<String> lines() {
        return Stream.concat(subjects().stream(), Stream.of("key:" + dedupeKey()))
                .toList();
    }

    /** What it is about: its assets, or its incident. */
    public List<String> subjects() {
        Integer incident = notice.incidentId();
        return notice.assets().isEmpty() && incident != null ? List.of("incident:" + incident) : notice.assets();
    }

    /** The key under which a channel's acceptance is remembered. */
    public String dedupeKey() {
        return notice.dedupeKey().orElse(eventId);
    }
}
