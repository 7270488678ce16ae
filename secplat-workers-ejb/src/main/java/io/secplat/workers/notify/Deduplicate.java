package io.secplat.workers.notify;

import java.util.Optional;

/** Says nothing to a channel that has accepted the same key, and remembers what it accepts. */
record Deduplicate(DeliveryLog log) implements Stage {

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        String key = dispatch.letter().dedupeKey();
        ChannelName channel = dispatch.channel().name();
        Optional<Acceptance> earlier = log.accepted(key, channel);
        if (earlier.isPresent()) {
            return new Fate.Silent(Suppression.ALREADY_SENT, earlier.get());
        }
        Fate fate = rest.run(dispatch);
        if (fate instanceof Fate.Accepted accepted) {
            log.remember(key, channel, accepted.acceptance());
        }
        return fate;
    }
}
