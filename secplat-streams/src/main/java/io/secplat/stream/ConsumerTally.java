package io.secplat.stream;

import io.secplat.contracts.event.ConsumerGroup;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of the messages of one consumer, and tells another observer of it. */
final class ConsumerTally implements ConsumerObserver {

    private final ConsumerObserver other;
    private final LongAdder handled = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final LongAdder buried = new LongAdder();
    private final LongAdder reclaimed = new LongAdder();
    private final LongAdder held = new LongAdder();

    ConsumerTally(ConsumerObserver other) {
        this.other = other;
    }

    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("handled", handled.sum());
        counts.put("retried", retried.sum());
        counts.put("dead_letters", buried.sum());
        counts.put("reclaimed", reclaimed.sum());
        counts.put("held", held.sum());
        return counts;
    }

    @Override
    public void handled(ConsumerGroup group, int messages, Duration took) {
        handled.add(messages);
        other.handled(group, messages, took);
    }

    @Override
    public void retried(ConsumerGroup group) {
        retried.increment();
        other.retried(group);
    }

    @Override
    public void buried(ConsumerGroup group, String reason) {
        buried.increment();
        other.buried(group, reason);
    }

    @Override
    public void reclaimed(ConsumerGroup group, int entries) {
        reclaimed.add(entries);
        other.reclaimed(group, entries);
    }

    @Override
    public void held(ConsumerGroup group, int messages) {
        held.add(messages);
        other.held(group, messages);
    }
}
