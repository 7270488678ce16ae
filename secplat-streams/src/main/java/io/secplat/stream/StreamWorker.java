package io.secplat.stream;

import io.secplat.runtime.Dial;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.WorkerContext;
import java.util.Map;
import java.util.Optional;

/** A consumer as a loop of a role. */
public record StreamWorker(Role role, String name, StreamConsumer consumer) implements Worker {

    @Override
    public void run(WorkerContext context) throws InterruptedException {
        consumer.run(context);
    }

    @Override
    public boolean mindsPause() {
        return true;
    }

    @Override
    public Optional<Dial> concurrency() {
        return consumer.concurrency();
    }

    @Override
    public Map<String, Long> counters() {
        return consumer.counters();
    }
}
