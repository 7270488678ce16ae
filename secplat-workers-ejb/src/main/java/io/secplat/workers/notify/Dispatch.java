package io.secplat.workers.notify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter on its way to one channel.
 *
 * @param members the letters that it stands for: itself, or those of a group
 */
record Dispatch(Letter letter, Channel channel, List<Letter> members) {

    Dispatch {
        members = List.copyOf(members);
    }

    Dispatch(Letter letter, Channel channel) {
        this(letter, channel, List.of(letter));
    }

    /** The event id under which several letters are told together; null for a letter by itself. */
    @Nullable String group() {
        return members.size() > 1 ? letter.eventId() : null;
    }
}
