package io.secplat.workers.notify.pipeline;

/** Counts how often the stages after it put a letter off. */
public record CountWaits(NotifyFigures figures) implements Stage {

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        Fate fate = rest.run(dispatch);
        if (fate instanceof Fate.Waiting) {
            figures.putOff(dispatch.channel().name());
        }
        return fate;
    }
}
