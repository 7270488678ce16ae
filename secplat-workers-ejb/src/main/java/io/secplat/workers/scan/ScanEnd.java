package io.secplat.workers.scan;

/** How a scan ended. */
sealed interface ScanEnd {

    record Finished(ScanReport report) implements ScanEnd {}

    /** @param error for people */
    record Broken(String error) implements ScanEnd {}
}
