package io.secplat.stream;

import java.time.Duration;

/** The loop does the work itself, so whatever ends a job ends the loop as well. */
final class SoloCrew implements Crew {

    @Override
    public int room() {
        return 1;
    }

    @Override
    public void resize(int size) {}

    @Override
    public boolean isIdle() {
        return true;
    }

    @Override
    public void begin(Job job) throws InterruptedException {
        job.run();
    }

    @Override
    public void awaitRoom(Duration patience) {}

    @Override
    public void check() {}

    @Override
    public void drain() {}

    @Override
    public void dismiss() {}
}
