package io.secplat.api.outbox;

/**
 * A feature's answer to the loss of the transport: which of its messages had no recorded effect yet. Beans of this type are
 * asked when everything in the streams is gone; each commits by itself.
 */
public interface Unsettled {

    /** A stable name for logs, for example {@code jobs}. */
    String name();

    /**
     * Makes the outbox rows whose effect is not recorded unpublished again, or adds new ones where the old are purged (24
     * hours after publication); returns how many. Doing it again, or for a message that was not lost, does no harm: readers
     * are idempotent.
     */
    int republish();
}
