package io.secplat.stream;

import io.secplat.contracts.event.StreamName;
import io.secplat.stream.StreamInspector.StreamState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The last look at the streams, kept so that many may read it and only one asks. A look counts for {@link #LONGEST_AGE}, and no
 * longer once the streams could not be looked at.
 */
public final class StreamWatch {

    /** How often to look. */
    public static final Duration INTERVAL = Duration.ofSeconds(15);

    /** An older look tells more of whoever should look than of the streams. */
    public static final Duration LONGEST_AGE = INTERVAL.multipliedBy(4);

    private record Look(Instant at, Map<StreamName, StreamState> states) {}

    private static final Look NONE = new Look(Instant.MIN, Map.of());

    private final StreamInspector inspector;
    private final Clock clock;
    private volatile Look last = NONE;

    public StreamWatch(StreamInspector inspector, Clock clock) {
        this.inspector = inspector;
        this.clock = clock;
    }

    /** Looks anew; throws {@link CourierUnavailableException}, and then nothing is known. */
    public void look() {
        try {
            Map<StreamName, StreamState> states = inspector.inspect();
            last = new Look(clock.instant(), Map.copyOf(states));
        } catch (CourierUnavailableException e) {
            last = NONE;
            throw e;
        }
    }

    /** How the stream stood at the last look; empty when there is none that counts. */
    public Optional<StreamState> state(StreamName stream) {
        Look look = last;
        boolean counts = !look.at().plus(LONGEST_AGE).isBefore(clock.instant());
        return counts ? Optional.ofNullable(look.states().get(stream)) : Optional.empty();
    }
}
