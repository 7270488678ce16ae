package io.secplat.workers.notify;

/** Counts how often the stages after it put a letter off. */
record CountWaits(NotifyFigures figures) implements Stage {

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        Fate fate = rest.run(dispatch);
        if (fate instanceof Fate.Waiting) {
            figures.putOff(dispatch.channel().name());
        }
        return fate;
    }
}
