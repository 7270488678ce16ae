package io.secplat.containers;

import io.secplat.search.AssetMirror;
import io.secplat.search.AssetMirrorContract;
import io.secplat.search.AssetStatuses;
import io.secplat.search.AssetStatusesContract;
import io.secplat.search.EventHours;
import io.secplat.search.EventHoursContract;
import io.secplat.search.HealthEvents;
import io.secplat.search.HealthEventsContract;
import io.secplat.search.PeriodTallyContract;
import io.secplat.search.opensearch.OpenSearchRecord;
import io.secplat.search.opensearch.SearchSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/** The ports that OpenSearch plays keep their specifications on the OpenSearch of {@code OPENSEARCH_IMAGE}. */
@NeedsDocker
class OpenSearchContainerIT {

    private static final List<OpenSearchRecord> OPEN = new ArrayList<>();

    @AfterAll
    static void close() throws IOException {
        for (OpenSearchRecord record : OPEN) {
            record.close();
        }
    }

    /** The record on indices of its own. */
    private static OpenSearchRecord open(String name) {
        SearchSettings settings = new SearchSettings(
                URI.create(StoreContainers.openSearch()),
                name + "-events",
                name + "-assets",
                name + "-asset-status",
                name + "-event-hours");
        OpenSearchRecord record = new OpenSearchRecord(settings, Clock.systemUTC());
        OPEN.add(record);
        return record;
    }

    @Nested
    class Mirror implements AssetMirrorContract {

        private static final OpenSearchRecord RECORD = open("mirror");

        @Override
        public AssetMirror assets() {
            return RECORD.assets();
        }
    }

    @Nested
    class Statuses implements AssetStatusesContract {

        private static final OpenSearchRecord RECORD = open("statuses");

        @Override
        public AssetStatuses statuses() {
            return RECORD.statuses();
        }
    }

    @Nested
    class Events implements HealthEventsContract {

        private static final OpenSearchRecord RECORD = open("events");

        @Override
        public HealthEvents events() {
            return RECORD.events();
        }
    }

    @Nested
    class Hours implements EventHoursContract {

        private static final OpenSearchRecord RECORD = open("hours");

        @Override
        public HealthEvents events() {
            return RECORD.events();
        }

        @Override
        public EventHours hours() {
            return RECORD.hours();
        }
    }

    @Nested
    class Periods implements PeriodTallyContract {

        private static final OpenSearchRecord RECORD = open("periods");

        @Override
        public HealthEvents events() {
            return RECORD.events();
        }

        @Override
        public EventHours hours() {
            return RECORD.hours();
        }
    }
}
