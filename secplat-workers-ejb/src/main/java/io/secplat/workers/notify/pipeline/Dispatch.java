package io.secplat.workers.notify.pipeline;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.letter.Letter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter on its way to one channel.
 *
 * @param members the letters that it stands for: itself, or those of a group
 */
public record Dispatch(Letter letter, Channel channel, List<Letter> members) {

    public Dispatch {
        members = List.copyOf(members);
    }

    public Dispatch(Letter letter, Channel channel) {
        this(letter, channel, List.of(letter));
    }

    /** The event id under which several letters are told together; null for a letter by itself. */
    public @Nullable String group() {
        return members.size() > 1 ? letter.eventId() : null;
    }
}
