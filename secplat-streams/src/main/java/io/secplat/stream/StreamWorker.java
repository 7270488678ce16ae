package io.secplat.stream;

import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.WorkerContext;

/** A consumer as a loop of a role. */
public record StreamWorker(Role role, String name, StreamConsumer consumer) implements Worker {

    @Override
    public void run(WorkerContext context) throws InterruptedException {
        consumer.run(context);
    }
}
