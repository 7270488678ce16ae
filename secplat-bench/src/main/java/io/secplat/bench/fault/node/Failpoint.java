package io.secplat.bench.fault.node;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A named place where this process dies at the n-th passage, at once and without any farewell, as by SIGKILL. */
public final class Failpoint {

    /** What a process of the harness says before it dies. */
    public static final String DIED = "died at ";

    private static final int KILLED = 137;

    /** The places. */
    public enum Place {
        BEFORE_COMMIT,
        AFTER_COMMIT,
        BEFORE_PUBLISH,
        AFTER_PUBLISH,
        BEFORE_ACKNOWLEDGE,
        AFTER_ACKNOWLEDGE,
        IN_SCAN,
        AFTER_FINDINGS,
        AFTER_COMPLETE;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Optional<Place> place;
    private final AtomicInteger left;

    private Failpoint(Optional<Place> place, int passages) {
        this.place = place;
        this.left = new AtomicInteger(passages);
    }

    /** From {@code <place>:<n>}; from an empty text one where nobody dies. */
    public static Failpoint parse(String text) {
        if (text.isEmpty()) {
            return new Failpoint(Optional.empty(), 0);
        }
        String[] parts = text.split(":", 2);
        return new Failpoint(Optional.of(Place.valueOf(parts[0].toUpperCase(Locale.ROOT))), Integer.parseInt(parts[1]));
    }

    /** The process passes this place. */
    public void pass(Place here) {
        if (place.filter(here::equals).isPresent() && left.decrementAndGet() == 0) {
            Say.line(DIED + here.wire());
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
