package io.secplat.workers.notify.pipeline;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.letter.Letter;
import java.util.List;

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
}
