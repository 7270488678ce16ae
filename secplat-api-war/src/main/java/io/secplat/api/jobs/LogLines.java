package io.secplat.api.jobs;

import java.util.List;

/** The limits of a job's log. */
public final class LogLines {

    /** Lines that one call may carry. */
    public static final int MOST_PER_CALL = 500;
    /** Lines that one job may have; later ones are dropped. */
    public static final int MOST_PER_JOB = 10_000;

    private static final int LONGEST = 4_000;

    private LogLines() {}

    /** The lines that still fit after so many, each cut to 4 000 characters and free of NUL, which the store refuses. */
    public static List<String> fitting(List<String> lines, int alreadyThere) {
        return lines.stream()
                .limit(Math.max(0, MOST_PER_JOB - alreadyThere))
                .map(line -> line.replace("\0", ""))
                .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) : line)
                .toList();
    }
}
