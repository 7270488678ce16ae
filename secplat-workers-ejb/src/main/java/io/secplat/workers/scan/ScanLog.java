package io.secplat.workers.scan;

/** What a scan tells while it runs. */
@FunctionalInterface
public interface ScanLog {

    /** Adds a line; no tokens, no bodies of answers. */
    void line(String text);
}
