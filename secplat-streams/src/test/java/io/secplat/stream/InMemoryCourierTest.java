package io.secplat.stream;

import java.time.Clock;

class InMemoryCourierTest implements MessageStreamContract, EventPublisherContract, DeadLetterBoxContract {

    private final InMemoryCourier courier = new InMemoryCourier(Clock.systemUTC());

    @Override
    public Courier courier() {
        return courier;
    }

    @Override
    public void flush() {
        courier.flush();
    }
}
