package io.secplat.search.opensearch;

import io.secplat.search.EventHours;
import io.secplat.search.EventHoursContract;
import io.secplat.search.HealthEvents;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;

class OpenSearchEventHoursIT implements EventHoursContract {

    private static final OpenSearchRecord RECORD = RealRecord.open("eventhours");

    @AfterAll
    static void close() throws IOException {
        RECORD.close();
    }

    @Override
    public HealthEvents events() {
        return RECORD.events();
    }

    @Override
    public EventHours hours() {
        return RECORD.hours();
    }
}
