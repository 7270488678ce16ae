package io.secplat.api.schedules;

/** The schedules whose time has come. */
@FunctionalInterface
public interface DueSchedules {

    /**
     * Orders a job for each of them, or skips it while the job before is not over or the asset is not active; what was due
     * several times while nobody looked is ordered once. Returns how many there were.
     */
    int run();
}
