package io.secplat.workers.scan.tls.probe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What one look at a server may cost; when it is spent, the rest stays unknown. */
final class Budget {

    /** Connections. A modern server takes about a dozen. */
    static final int MOST_CONNECTIONS = 80;

    /** Greetings to which the server said nothing in time. */
    static final int MOST_SILENCES = 3;

    static final Duration LONGEST = Duration.ofSeconds(90);

    private final Clock clock;
    private final Instant end;
    private int connections;
    private int silences;

    Budget(Clock clock) {
        this.clock = clock;
        this.end = clock.instant().plus(LONGEST);
    }

    /** Takes one connection, if there is one left. */
    boolean take() {
        if (connections == MOST_CONNECTIONS
                || silences == MOST_SILENCES
                || clock.instant().isAfter(end)) {
            return false;
        }
        connections++;
        return true;
    }

    void silence() {
        silences++;
    }

    int connections() {
        return connections;
    }
}
