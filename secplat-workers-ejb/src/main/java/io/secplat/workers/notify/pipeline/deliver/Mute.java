package io.secplat.workers.notify.pipeline.deliver;

import io.secplat.workers.notify.pipeline.Dispatch;
import io.secplat.workers.notify.pipeline.Fate;
import io.secplat.workers.notify.pipeline.Stage;
import io.secplat.workers.notify.route.Suppression;
import java.util.Optional;

/** Tells no channel of a recovery that was not told of the outage, because of its routes or of quiet hours. */
public record Mute(Attempts attempts) implements Stage {

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        return attempts.endsWhatWasMuted(dispatch)
                ? new Fate.Silent(Suppression.MUTED, Optional.empty())
                : rest.run(dispatch);
    }
}
