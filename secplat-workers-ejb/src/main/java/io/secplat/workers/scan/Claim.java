package io.secplat.workers.scan;

/** What the API says to a worker that wants a job. */
public sealed interface Claim {

    /** It is the worker's now. */
    record Granted(ScanJob job) implements Claim {}

    /** It is running elsewhere, has ended, was cancelled, or its target may not be scanned. */
    record NotOurs(String why) implements Claim {}

    /** There is no such job. */
    record Unknown() implements Claim {}
}
