package io.secplat.workers.notify.pipeline;

import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.letter.Letter;
import java.time.Clock;
import java.time.Duration;

/** Counts what became of a letter in the end; a member of a group counts by itself. */
public record Count(NotifyFigures figures, Clock clock) implements Stage {

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        Fate fate = rest.run(dispatch);
        ChannelName channel = dispatch.channel().name();
        if (fate instanceof Fate.Accepted) {
            sent(dispatch.letter(), channel);
        } else if (fate instanceof Fate.Silent silent) {
            silent(dispatch.letter(), channel, silent);
        } else if (fate instanceof Fate.Failed) {
            figures.failed(channel);
        }
        return fate;
    }

    private void silent(Letter letter, ChannelName channel, Fate.Silent silent) {
        if (silent.own(letter).isPresent()) {
            sent(letter, channel);
        } else {
            figures.suppressed(channel, silent.why());
        }
    }

    private void sent(Letter letter, ChannelName channel) {
        Duration since = Duration.between(letter.made(), clock.instant());
        figures.sent(channel, since.isNegative() ? Duration.ZERO : since);
    }
}
