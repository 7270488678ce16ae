package io.secplat.workers.notify.pipeline.limit;

import io.secplat.workers.notify.pipeline.Dispatch;
import io.secplat.workers.notify.pipeline.Fate;
import io.secplat.workers.notify.pipeline.Stage;
import java.time.Duration;
import java.util.Optional;

/** Sends back whoever comes before its turn, or while there is no room, so that the stages behind ask nobody for it. */
public record Queue(Turnstile turnstile) implements Stage {

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        Optional<Duration> wait =
                turnstile.look(dispatch.channel(), dispatch.letter().eventId());
        return wait.isPresent() ? new Fate.Waiting(wait.get()) : rest.run(dispatch);
    }
}
