package io.secplat.api.audit;

import java.util.Locale;

/** What can be wrong with the audit. */
public enum Breach {
    /** A row of the chain no longer says what was signed. */
    CONTENT_CHANGED,
    /** A row that no server of ours wrote, or that was changed before it came into the chain. */
    FORGED_ROW,
    /** The same row stands there twice. */
    ROW_REPEATED,
    /** A place of the chain is empty. */
    ROW_MISSING,
    /** A link does not follow the one before: rows changed places, or the link was changed. */
    CHAIN_BROKEN,
    /** A row is signed by a key that is not among ours. */
    KEY_UNKNOWN,
    /** The chain's head is gone. */
    HEAD_MISSING,
    /** The chain's head does not fit its signature or the chain's last row. */
    HEAD_MISMATCH,
    /** The chain is shorter than it was before. */
    HEAD_REWOUND,
    /** The chain does not pass through an anchor, or the anchor was changed. */
    ANCHOR_MISMATCH;

    /** The lower-case name used in JSON and logs. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
