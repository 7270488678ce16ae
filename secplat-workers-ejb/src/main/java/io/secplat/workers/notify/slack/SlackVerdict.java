package io.secplat.workers.notify.slack;

/** What an answer that is no acceptance means for the message. */
enum SlackVerdict {
    /** Surely not posted; it may go well later. */
    LATER,
    /** It may have been posted. */
    OPEN,
    /** Not posted, and it never will be. */
    NEVER
}
