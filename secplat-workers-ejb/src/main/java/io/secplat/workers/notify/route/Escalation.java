package io.secplat.workers.notify.route;

import java.time.Duration;
import java.util.List;

/**
 * When something that nobody has answered is told again.
 *
 * @param after the time from the first telling to step 1, to step 2 and so on; each longer than the one before
 */
public record Escalation(List<Duration> after) {

    public Escalation {
        after = List.copyOf(after);
        if (after.isEmpty()) {
            throw new IllegalArgumentException("an escalation has at least one step");
        }
        for (int step = 1; step < after.size(); step++) {
            if (after.get(step).compareTo(after.get(step - 1)) <= 0) {
                throw new IllegalArgumentException("each step comes later than the one before");
            }
        }
    }
}
