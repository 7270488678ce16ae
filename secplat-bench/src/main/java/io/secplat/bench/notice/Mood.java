package io.secplat.bench.notice;

/** How a service answers who calls. */
enum Mood {
    /** Takes everything. */
    WELL,
    /** Says 429 with {@code Retry-After: 1} to whoever asks. */
    LIMITS,
    /** Says 500 or 503 and takes nothing. */
    FAILS,
    /** Ends the connection without a word; what every second call wants is done all the same. */
    LOSES,
    /** Nobody listens. */
    AWAY,
    /** Listens and says nothing, until the mood changes. */
    HANGS
}
