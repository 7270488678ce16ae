package io.secplat.workers.notify;

import java.util.List;

/** Says which of the configured channels a letter goes to. */
final class Router {

    private final List<Channel> configured;

    Router(List<Channel> configured) {
        this.configured = List.copyOf(configured);
    }

    /** The channels asked for, as far as they are configured; all of them except Jira when none is asked for. */
    List<Channel> route(Letter letter) {
        return configured.stream()
                .filter(channel -> letter.channels().isEmpty()
                        ? channel.name() != ChannelName.JIRA
                        : letter.channels().contains(channel.name().wire()))
                .toList();
    }
}
