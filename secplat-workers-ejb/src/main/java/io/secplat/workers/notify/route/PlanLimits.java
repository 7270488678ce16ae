package io.secplat.workers.notify.route;

/** How large a plan may be; each number is in docs/NOTIFICATIONS.md as well. */
final class PlanLimits {

    /** Bytes of the JSON in UTF-8. */
    static final int BYTES = 256 * 1024;

    /** Objects and lists within each other; a plan needs six. */
    static final int DEPTH = 20;

    static final int ROUTES = 100;

    static final int QUIET_HOURS = 20;

    /** Entries of one list of a match, or of channels. */
    static final int ENTRIES = 100;

    /** Characters of a tag or an environment. */
    static final int TEXT = 128;

    /** The last telling that a match can ask for; the first is 0. */
    static final int STEPS = 10;

    private PlanLimits() {}
}
