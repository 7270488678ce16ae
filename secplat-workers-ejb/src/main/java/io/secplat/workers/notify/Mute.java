package io.secplat.workers.notify;

import java.util.Optional;

/** Tells no channel of a recovery when the outage was kept from it. */
record Mute(Attempts attempts) implements Stage {

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        return attempts.endsWhatWasMuted(dispatch)
                ? new Fate.Silent(Suppression.MUTED, Optional.empty())
                : rest.run(dispatch);
    }
}
