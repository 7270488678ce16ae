package io.secplat.bench.load;

/** When the next call is due. */
public interface Pace {

    /** The time from which the latency of call {@code n} counts, given that it is now; the future when it must wait. */
    long due(long n, long now);

    /** A call as soon as a connection is free: measures how much the server can do. */
    static Pace asFastAsPossible() {
        return (n, now) -> now;
    }

    /**
     * So many calls a second, whatever the server does. A call that cannot be sent in time counts from the time it was due:
     * nothing is omitted when the server stalls.
     */
    static Pace steady(double perSecond, long start) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a rate must be above 0, was " + perSecond);
        }
        return (n, now) -> start + Math.round(n * 1e9 / perSecond);
    }
}
