package io.secplat.search.memory;

import io.secplat.search.EventHours;
import io.secplat.search.HealthEvents;
import io.secplat.search.PeriodTallyContract;

class InMemoryPeriodTallyTest implements PeriodTallyContract {

    private final InMemoryRecord record = new InMemoryRecord();

    @Override
    public HealthEvents events() {
        return record.events();
    }

    @Override
    public EventHours hours() {
        return record.hours();
    }
}
