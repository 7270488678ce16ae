package io.secplat.workers.notify;

import java.util.List;

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
}
