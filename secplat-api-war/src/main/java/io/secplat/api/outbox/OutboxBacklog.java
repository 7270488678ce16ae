package io.secplat.api.outbox;

import java.time.Duration;

/**
 * What no target has accepted yet.
 *
 * @param rows how many
 * @param oldest how long the first of them has waited; zero without one
 */
public record OutboxBacklog(long rows, Duration oldest) {}
