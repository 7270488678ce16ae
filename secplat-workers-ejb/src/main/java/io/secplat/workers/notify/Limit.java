package io.secplat.workers.notify;

import java.time.Duration;
import java.util.Optional;

/** Lets no more through than the recipient takes, and nothing while it asked for time. */
record Limit(Turnstile turnstile) implements Stage {

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
