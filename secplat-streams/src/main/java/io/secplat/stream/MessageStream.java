package io.secplat.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * One stream as one consumer of one group sees it. Delivery is at least once. Every method throws {@link
 * CourierUnavailableException} when the transport is away. The group is created at the beginning of the stream when it is
 * missing, also when it vanished meanwhile. Safe for one thread that
 * reads and reclaims and any number that refresh and settle.
 */
public interface MessageStream {

    /** At most {@code max} entries that the group has not read, waiting at most that long for the first. */
    List<Message> read(int max, Duration wait);

    /** Takes over at most {@code max} entries that any consumer has left pending for at least {@code idle}. */
    List<Message> reclaim(int max, Duration idle);

    /** Whether another consumer of the group has read entries that are not settled. */
    boolean othersHold();

    /** Tells that these entries are being worked on still, so that nobody reclaims them. */
    void refresh(Collection<String> ids);

    /** Settles entries whose effect is stored. */
    void acknowledge(Collection<String> ids);

    /** Adds copies to the tail and dead letters to their stream and settles the entry, all or nothing. */
    void divide(String id, List<Map<String, String>> copies, List<Map<String, String>> deadLetters);

    /** Adds a copy with these fields to the tail and settles the entry, both or neither. */
    default void replace(String id, Map<String, String> copy) {
        divide(id, List.of(copy), List.of());
    }

    /** Adds a dead letter with these fields and settles the entry, both or neither. */
    default void bury(String id, Map<String, String> deadLetter) {
        divide(id, List.of(), List.of(deadLetter));
    }
}
