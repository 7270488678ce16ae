package io.secplat.workers.notify.pipeline.limit;

import java.time.Clock;

class InMemoryGateTest implements GateContract {

    private final Gate gate = new InMemoryGate(Clock.systemUTC());

    @Override
    public Gate gate() {
        return gate;
    }
}
