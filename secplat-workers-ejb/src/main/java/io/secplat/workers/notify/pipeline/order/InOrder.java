package io.secplat.workers.notify.pipeline.order;

import io.secplat.stream.CourierUnavailableException;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.pipeline.Dispatch;
import io.secplat.workers.notify.pipeline.Fate;
import io.secplat.workers.notify.pipeline.Stage;
import java.util.List;

/** Keeps letters about the same subject in the order in which they came, on each channel, but for those that wait aside. */
public record InOrder(Lines lines) implements Stage {

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        Letter letter = dispatch.letter();
        ChannelName channel = dispatch.channel().name();
        if (!lines.enter(letter, channel)) {
            return new Fate.Waiting(lines.patience(letter, channel));
        }
        try {
            return settled(letter, channel, rest.run(dispatch));
        } catch (CourierUnavailableException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            // The consumer counts the attempt and gives up in the end, of which nobody here would hear.
            lines.leave(letter, channel);
            throw e;
        } finally {
            lines.away(letter, channel);
        }
    }

    private Fate settled(Letter letter, ChannelName channel, Fate fate) {
        if (fate.isFinal() || (fate instanceof Fate.Waiting waiting && waiting.aside())) {
            lines.leave(letter, channel);
        } else if (fate instanceof Fate.Delayed) {
            lines.fallBehind(letter, List.of(channel));
        }
        return fate;
    }
}
