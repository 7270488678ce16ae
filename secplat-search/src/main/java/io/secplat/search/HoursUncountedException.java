package io.secplat.search;

/** Too many hours of a period are not counted yet; the deriver is on its way, the newest first. */
public final class HoursUncountedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int hours;

    public HoursUncountedException(int hours) {
        super(hours + " hours are not counted yet");
        this.hours = hours;
    }

    /** How many are left in the period. */
    public int hours() {
        return hours;
    }
}
