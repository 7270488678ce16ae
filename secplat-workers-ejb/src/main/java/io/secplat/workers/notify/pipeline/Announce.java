package io.secplat.workers.notify.pipeline;

import java.util.Optional;

/** Publishes what became of a letter before its entry is settled. */
public record Announce(Records records) implements Stage {

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        Fate fate = rest.run(dispatch);
        if (fate instanceof Fate.Accepted accepted) {
            records.sent(dispatch.letter(), dispatch.channel(), accepted.acceptance());
        } else if (fate instanceof Fate.Silent silent) {
            silent(dispatch, silent);
        } else if (fate instanceof Fate.Failed failed) {
            records.failed(dispatch.letter(), dispatch.channel(), failed);
        }
        return fate;
    }

    /** One that was accepted before its entry was settled was sent; any other was not told. */
    private void silent(Dispatch dispatch, Fate.Silent silent) {
        Optional<Acceptance> own = silent.own(dispatch.letter());
        if (own.isPresent()) {
            records.sent(dispatch.letter(), dispatch.channel(), own.get());
        } else {
            records.suppressed(dispatch.letter(), dispatch.channel(), silent.why());
        }
    }
}
