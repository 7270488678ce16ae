package io.secplat.api.audit;

import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.WorkerContext;
import java.time.Duration;

/** Seals at once after a commit in this process, within half a second otherwise; under load it rests to seal many at once. */
final class SealerLoop implements Worker {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofMillis(50);

    private final PeriodicWorker.Task sealer;
    private final SealSignal signal;

    SealerLoop(PeriodicWorker.Task sealer, SealSignal signal) {
        this.sealer = sealer;
        this.signal = signal;
    }

    @Override
    public Role role() {
        return Role.API;
    }

    @Override
    public String name() {
        return "audit-sealer";
    }

    @Override
    public void run(WorkerContext context) throws InterruptedException {
        do {
            context.beat();
            sealer.run();
            signal.await(POLL);
        } while (context.pause(REST));
    }
}
