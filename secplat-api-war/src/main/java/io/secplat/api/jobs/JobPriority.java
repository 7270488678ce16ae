package io.secplat.api.jobs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How urgent a job is. Of the jobs that may run, the most urgent goes first, and of those the oldest. */
public enum JobPriority {
    LOW(-1),
    NORMAL(0),
    HIGH(1);

    private final int rank;

    JobPriority(int rank) {
        this.rank = rank;
    }

    /** Higher goes first. */
    public int rank() {
        return rank;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The priority with exactly that name. */
    public static Optional<JobPriority> of(String wire) {
        return Arrays.stream(values())
                .filter(priority -> priority.wire().equals(wire))
                .findFirst();
    }

    /** The priority of that rank; an IllegalArgumentException without one. */
    public static JobPriority ofRank(int rank) {
        return Arrays.stream(values())
                .filter(priority -> priority.rank == rank)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no priority has rank " + rank));
    }
}
