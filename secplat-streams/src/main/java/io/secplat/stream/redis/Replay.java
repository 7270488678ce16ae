package io.secplat.stream.redis;

import io.secplat.contracts.event.StreamName;
import java.util.Collection;
import java.util.Set;

/** How dead letters go back to their streams. */
@FunctionalInterface
interface Replay {

    /** See {@link io.secplat.stream.DeadLetterBox#replay}. */
    Set<String> replay(StreamName stream, Collection<String> ids);
}
