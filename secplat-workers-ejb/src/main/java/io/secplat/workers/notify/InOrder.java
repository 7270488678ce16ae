package io.secplat.workers.notify;

import java.time.Duration;

/** Keeps letters about the same subject in the order in which they came, on each channel. */
record InOrder(Lines lines) implements Stage {

    /** How soon a letter looks again whether those before it are through. */
    static final Duration LOOK = Duration.ofMillis(100);

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        Letter letter = dispatch.letter();
        ChannelName channel = dispatch.channel().name();
        if (!lines.enter(letter, channel)) {
            return new Fate.Waiting(LOOK);
        }
        try {
            return settled(dispatch, rest.run(dispatch));
        } finally {
            lines.away(letter, channel);
        }
    }

    private Fate settled(Dispatch dispatch, Fate fate) {
        Letter letter = dispatch.letter();
        ChannelName channel = dispatch.channel().name();
        if (fate.isFinal()) {
            lines.leave(letter, channel);
        } else if (fate instanceof Fate.Delayed) {
            lines.fallBehind(letter, channel);
        }
        return fate;
    }
}
