package io.secplat.workers.notify;

class InMemoryDeliveryLogTest implements DeliveryLogContract {

    private final InMemoryDeliveryLog log = new InMemoryDeliveryLog();

    @Override
    public DeliveryLog log() {
        return log;
    }
}
