package io.secplat.workers.notify.pipeline.order;

class InMemoryLaggardsTest implements LaggardsContract {

    private final Laggards laggards = new InMemoryLaggards();

    @Override
    public Laggards laggards() {
        return laggards;
    }
}
