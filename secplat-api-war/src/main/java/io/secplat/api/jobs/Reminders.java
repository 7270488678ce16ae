package io.secplat.api.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How often workers are asked once more for the same job: the second time after {@link #FIRST}, then after twice as long each
 * time, at most after {@link #LONGEST}. A job that no worker can claim, whatever the reason, then leaves a dead letter an hour and
 * no flood of them. Kept in memory, so that a new server begins anew.
 */
final class Reminders {

    static final Duration FIRST = Duration.ofSeconds(15);
    static final Duration LONGEST = Duration.ofHours(1);

    private record Last(Instant next, Duration rest) {}

    private final Map<Integer, Last> made = new HashMap<>();

    /** The jobs that have to wait for another. */
    Set<Integer> resting(Instant now) {
        made.values().removeIf(last -> last.next().plus(LONGEST).isBefore(now));
        return made.entrySet().stream()
                .filter(job -> now.isBefore(job.getValue().next()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** These had one. */
    void made(Collection<Integer> jobs, Instant now) {
        jobs.forEach(job -> made.merge(job, new Last(now.plus(FIRST), FIRST), (last, first) -> again(last, now)));
    }

    private static Last again(Last last, Instant now) {
        Duration twice = last.rest().multipliedBy(2);
        Duration rest = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        return new Last(now.plus(rest), rest);
    }
}
