package io.secplat.stream;

/** Removes from the streams what every group has settled. */
@FunctionalInterface
public interface StreamTrimmer {

    /**
     * Removes entries below the oldest one that any group has pending or unread, and never touches a stream of which a group
     * that must read it does not exist yet. The number of entries removed; throws {@link CourierUnavailableException}.
     */
    long trim();
}
