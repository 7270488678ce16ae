package io.secplat.workers.notify.pipeline.deliver;

class InMemoryDeliveryLogTest implements DeliveryLogContract {

    private final InMemoryDeliveryLog log = new InMemoryDeliveryLog();

    @Override
    public DeliveryLog log() {
        log.foreign(false);
        return log;
    }

    @Override
    public DeliveryLog foreign() {
        log.foreign(true);
        return log;
    }
}
