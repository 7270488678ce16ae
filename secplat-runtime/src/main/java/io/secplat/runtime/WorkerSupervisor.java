package io.secplat.runtime;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Starts workers, starts them again when they fail, and stops them politely. */
public final class WorkerSupervisor {

    private final List<SupervisedWorker> workers;

    public WorkerSupervisor(Collection<Worker> workers, Roles roles, Clock clock, Journal journal) {
        this.workers = workers.stream()
                .filter(worker -> roles.has(worker.role()))
                .map(worker -> new SupervisedWorker(worker, clock, journal))
                .toList();
    }

    /** Gives each worker a thread of the executor for as long as it runs. */
    public void start(Executor executor) {
        workers.forEach(executor::execute);
    }

    /** Asks every worker to end and waits at most that long for all of them together; true when all have ended. */
    public boolean stop(Duration patience) throws InterruptedException {
        workers.forEach(SupervisedWorker::end);
        long deadline = System.nanoTime() + patience.toNanos();
        for (SupervisedWorker worker : workers) {
            if (!worker.awaitEnd(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }

    public List<WorkerState> states() {
        return workers.stream().map(SupervisedWorker::state).toList();
    }

    /** Each of them, for those who operate the server. */
    public List<ControlledLoop> loops() {
        return workers.stream().map(SupervisedWorker::loop).toList();
    }
}
