package io.secplat.bench;

import java.time.Duration;

/**
 * How long each thing is done.
 *
 * @param rounds how often every call is measured, in turn
 */
record Plan(int connections, int rounds, Duration warmUp, Duration flood, Duration steady, Duration jobs) {}
