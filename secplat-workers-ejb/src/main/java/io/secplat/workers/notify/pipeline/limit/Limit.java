package io.secplat.workers.notify.pipeline.limit;

import io.secplat.workers.notify.pipeline.Dispatch;
import io.secplat.workers.notify.pipeline.Fate;
import io.secplat.workers.notify.pipeline.Stage;
import java.time.Duration;
import java.util.Optional;

/** Lets no more through than the recipient takes, and nothing while it asked for time. */
public record Limit(Turnstile turnstile) implements Stage {

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        Optional<Duration> wait =
                turnstile.pass(dispatch.channel(), dispatch.letter().eventId());
        if (wait.isPresent()) {
            return new Fate.Waiting(wait.get());
        }
        Fate fate = rest.run(dispatch);
        if (fate instanceof Fate.Delayed delayed) {
            delayed.after().ifPresent(time -> turnstile.close(dispatch.channel(), time));
        }
        return fate;
    }
}
