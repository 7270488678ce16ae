package io.secplat.search.opensearch;

import io.secplat.search.EventHours;
import io.secplat.search.HealthEvents;
import io.secplat.search.PeriodTallyContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;

class OpenSearchPeriodTallyIT implements PeriodTallyContract {

    private static final OpenSearchRecord RECORD = RealRecord.open("periodtally");

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
