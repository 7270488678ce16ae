package io.secplat.bench.notice;

/**
 * What one notifier did in one round.
 *
 * @param perSecond messages a second while ten thousand wait
 * @param p50 and p99: milliseconds from publishing to Slack's door, at fifty a second
 * @param first seconds from the start of the process to its first message, while a hundred thousand wait
 * @param peak MiB of memory at most, with a hundred thousand waiting
 */
record Figures(double perSecond, double p50, double p99, double first, double peak) {}
