/**
 * Probes the monitored assets on their schedule and records what was observed. The root decides what to check when and
 * what a result means; sockets, HTTP and files live in the packages of their names. A fault of our own never makes an
 * asset look down, and neither does a probe that the guard does not allow.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.ingestion;
