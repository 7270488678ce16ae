package io.secplat.workers.ingestion;

import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.WorkerContext;
import java.time.Clock;
import java.time.Duration;

/** Begins at each full second the checks whose tick has come; it waits for none of them. */
public final class ProbeLoop implements Worker {

    private static final long SECOND_MS = 1_000;

    private final WatchList watched;
    private final ProbeSchedule schedule;
    private final CheckRunner runner;
    private final StallWatch stalls;
    private final Clock clock;

    public ProbeLoop(WatchList watched, ProbeSchedule schedule, CheckRunner runner, StallWatch stalls, Clock clock) {
        this.watched = watched;
        this.schedule = schedule;
        this.runner = runner;
        this.stalls = stalls;
        this.clock = clock;
    }

    @Override
    public Role role() {
        return Role.INGESTION;
    }

    @Override
    public String name() {
        return "probe-loop";
    }

    @Override
    public void run(WorkerContext context) throws InterruptedException {
        do {
            context.beat();
            stalls.pulse();
            runner.start(schedule.due(watched.assets(), clock.instant()));
        } while (context.pause(Duration.ofMillis(SECOND_MS - clock.millis() % SECOND_MS)));
    }
}
