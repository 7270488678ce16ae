package io.secplat.search.memory;

import io.secplat.search.HealthEvents;
import io.secplat.search.HealthEventsContract;

class InMemoryHealthEventsTest implements HealthEventsContract {

    private final InMemoryHealthEvents events = new InMemoryHealthEvents();

    @Override
    public HealthEvents events() {
        return events;
    }
}
