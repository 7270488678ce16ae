package io.secplat.bench.fault.node;

import io.secplat.bench.fault.node.Failpoint.Place;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.EventPublisher;
import java.util.List;
import java.util.Map;

/** Passes the failpoints around each publication. */
record DyingPublisher(EventPublisher real, Failpoint failpoint) implements EventPublisher {

    @Override
    public void publish(List<Outgoing> events) {
        failpoint.pass(Place.BEFORE_PUBLISH);
        real.publish(events);
        failpoint.pass(Place.AFTER_PUBLISH);
    }

    @Override
    public void bury(StreamName stream, Map<String, String> fields) {
        real.bury(stream, fields);
    }
}
