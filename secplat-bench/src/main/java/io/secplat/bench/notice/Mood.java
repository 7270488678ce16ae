package io.secplat.bench.notice;

/** How Slack answers who posts. */
enum Mood {
    /** Takes everything. */
    WELL,
    /** Says 429 with {@code Retry-After: 1} to whoever asks. */
    LIMITS,
    /** Says 500 or 503 and takes nothing. */
    FAILS,
    /** Takes every second message and ends the connection without a word, and does so without taking the others. */
    LOSES,
    /** Nobody listens. */
    AWAY
}
