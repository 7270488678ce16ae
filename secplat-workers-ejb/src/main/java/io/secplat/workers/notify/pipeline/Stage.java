package io.secplat.workers.notify.pipeline;

/** One verb of the way to a channel: does its part before or after the rest, or decides by itself. */
@FunctionalInterface
public interface Stage {

    /** The stages that follow. */
    @FunctionalInterface
    interface Next {
        Fate run(Dispatch dispatch) throws InterruptedException;
    }

    Fate run(Dispatch dispatch, Next rest) throws InterruptedException;
}
