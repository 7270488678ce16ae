/**
 * Probes the monitored assets on their schedule and records what was observed. The root decides what to check when and
 * what a result means; sockets, HTTP and files live in the packages of their names. A fault of our own never makes an
 * asset look down. Probes go wherever an asset's probe points: the guard of private networks stands before scans only, not
 * here.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.ingestion;
