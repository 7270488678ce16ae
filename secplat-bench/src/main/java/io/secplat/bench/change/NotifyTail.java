package io.secplat.bench.change;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.secplat.contracts.event.EventFields;
import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.redis.RedisLink;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads along on the notify stream: when the API began to decide about each change, and when the stream had it. */
final class NotifyTail implements AutoCloseable {

    private static final int PAGE = 500;
    private static final int LOOK_MILLIS = 100;
    private static final String KINDS = "asset\\.(down|recovered)";

    private final RedisLink link;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread = new Thread(this::read, "notify-tail");
    private final Map<Change, Asked> asked = new ConcurrentHashMap<>();
    private final Map<String, List<Change>> titles = new ConcurrentHashMap<>();
    private String last = "0-0";

    /**
     * A notification on its way.
     *
     * @param begun when the transaction that decided on it began
     * @param published when the stream took it
     */
    record Asked(Instant begun, Instant published) {}

    NotifyTail(RedisLink link) {
        this.link = link;
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try {
            do {
                look();
            } while (!end.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
            look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        Range<String> rest = Range.from(Range.Boundary.excluding(last), Range.Boundary.unbounded());
        List<StreamMessage<String, String>> page =
                link.ask(redis -> redis.xrange(StreamName.NOTIFY.wire(), rest, Limit.from(PAGE)));
        page.forEach(this::note);
    }

    private void note(StreamMessage<String, String> entry) {
        last = entry.getId();
        EventFields fields = new EventFields(entry.getBody());
        if (fields.text("kind").orElse("").matches(KINDS)) {
            Notification told = Notification.from(fields);
            Asked when = new Asked(
                    Instant.parse(fields.text(FieldNames.TS).orElseThrow()),
                    Instant.ofEpochMilli(Long.parseLong(last.substring(0, last.indexOf('-')))));
            List<Change> changes = Change.all(told.assetKeys(), told.kind().endsWith("down"));
            changes.forEach(change -> asked.putIfAbsent(change, when));
            titles.putIfAbsent(told.title(), changes);
        }
    }

    /** What messages with these titles are about, so far. */
    Map<String, List<Change>> titles() {
        return Map.copyOf(titles);
    }

    /** Ends, and tells what it read; what the stream forgot in between is not there. */
    Map<Change, Asked> all() throws InterruptedException {
        close();
        thread.join();
        return Map.copyOf(asked);
    }

    @Override
    public void close() {
        end.countDown();
    }
}
