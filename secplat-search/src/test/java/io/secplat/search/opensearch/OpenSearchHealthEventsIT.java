package io.secplat.search.opensearch;

import io.secplat.search.HealthEvents;
import io.secplat.search.HealthEventsContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;

class OpenSearchHealthEventsIT implements HealthEventsContract {

    private static final OpenSearchRecord RECORD = RealRecord.open("healthevents");

    @AfterAll
    static void close() throws IOException {
        RECORD.close();
    }

    @Override
    public HealthEvents events() {
        return RECORD.events();
    }
}
