package io.secplat.api.postgres;

import io.secplat.runtime.PeriodicWorker;

/** Leaves a turn out while Postgres is away; the next one makes up for it. Others tell that it is away. */
public record PatientTask(PeriodicWorker.Task task) implements PeriodicWorker.Task {

    @Override
    public void run() throws InterruptedException {
        try {
            task.run();
        } catch (DatabaseUnavailableException e) {
            // nothing was changed
        }
    }
}
