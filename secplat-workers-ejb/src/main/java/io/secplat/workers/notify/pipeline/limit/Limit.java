package io.secplat.workers.notify.pipeline.limit;

import io.secplat.workers.notify.pipeline.Dispatch;
import io.secplat.workers.notify.pipeline.Fate;
import io.secplat.workers.notify.pipeline.Stage;
import java.time.Duration;
import java.util.Optional;

/** Lets no more through than the recipient takes, nothing while it asked for time, and one at a time while its channel has no room. */
public record Limit(Turnstile turnstile) implements Stage {

    /** A recipient who asks for more is asked again after that: nobody means years, and a wrong date does. */
    static final Duration LONGEST_REST = Duration.ofDays(1);

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        Optional<Duration> wait =
                turnstile.pass(dispatch.channel(), dispatch.letter().eventId());
        if (wait.isPresent()) {
            return new Fate.Waiting(wait.get());
        }
        Fate fate = rest.run(dispatch);
        if (fate instanceof Fate.Spared spared) {
            return new Fate.Waiting(
                    turnstile.full(dispatch.channel(), dispatch.letter().eventId(), spared.atLeast()));
        }
        wish(fate).ifPresent(time -> turnstile.close(dispatch.channel(), bounded(time)));
        if (!(fate instanceof Fate.Waiting)) {
            turnstile.free(dispatch.channel());
        }
        return fate;
    }

    /** For how long the recipient asked to be left alone. */
    private static Optional<Duration> wish(Fate fate) {
        if (fate instanceof Fate.Accepted accepted) {
            return accepted.rest();
        }
        if (fate instanceof Fate.Failed failed) {
            return failed.rest();
        }
        return fate instanceof Fate.Delayed delayed ? delayed.after() : Optional.empty();
    }

    private static Duration bounded(Duration wish) {
        return wish.compareTo(LONGEST_REST) < 0 ? wish : LONGEST_REST;
    }
}
