package io.secplat.bench.fault.node;

import io.secplat.bench.fault.node.Failpoint.Place;
import io.secplat.stream.Message;
import io.secplat.stream.MessageStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Passes the failpoints around each acknowledgement. */
record DyingStream(MessageStream real, Failpoint failpoint) implements MessageStream {

    @Override
    public List<Message> read(int max, Duration wait) {
        return real.read(max, wait);
    }

    @Override
    public List<Message> reclaim(int max, Duration idle) {
        return real.reclaim(max, idle);
    }

    @Override
    public boolean othersHold() {
        return real.othersHold();
    }

    @Override
    public void refresh(Collection<String> ids) {
        real.refresh(ids);
    }

    @Override
    public void acknowledge(Collection<String> ids) {
        failpoint.pass(Place.BEFORE_ACKNOWLEDGE);
        real.acknowledge(ids);
        failpoint.pass(Place.AFTER_ACKNOWLEDGE);
    }

    @Override
    public void divide(String id, List<Map<String, String>> copies, List<Map<String, String>> deadLetters) {
        real.divide(id, copies, deadLetters);
    }
}
