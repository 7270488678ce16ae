package io.secplat.api.outbox;

import java.time.Instant;

/** An entry as it stands in the outbox; ids ascend in the order of publication. */
public record OutboxRow(long id, OutboxEntry entry, Instant createdAt) {}
