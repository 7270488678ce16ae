package io.secplat.api.outbox;

import java.util.List;
import java.util.Set;

/** Stands for a target that is not configured: its rows wait. */
record TargetOff(String lane) implements OutboxTarget {

    @Override
    public Set<String> names() {
        return Set.of();
    }

    @Override
    public void accept(List<OutboxRow> rows) {
        throw new IllegalStateException(lane + " is not configured");
    }
}
