package io.secplat.stream;

import io.secplat.contracts.event.StreamName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The dead letters of all streams, for operators. Every call throws {@link CourierUnavailableException}. */
public interface DeadLetterBox {

    /** At most so many dead letters of that stream, newest first, older than that one. */
    List<Message> page(StreamName stream, int max, Optional<String> olderThan);

    /** At most so many ids, oldest first, newer than that one and no newer than the last. */
    List<String> ids(StreamName stream, int max, Optional<String> newerThan, String last);

    /** The id of the newest; empty without any. */
    Optional<String> newest(StreamName stream);

    /**
     * Puts messages back at the tail of the stream they came from, with their event ids and without what was added when they
     * were given up, and takes them out of the dead letters; both or neither for each, and each once however many ask for
     * it. Answers which went back; the others are not there, or hold no message.
     */
    Set<String> replay(StreamName stream, Collection<String> ids);

    /** Removes one for good; false when it is not there. */
    boolean discard(StreamName stream, String id);
}
