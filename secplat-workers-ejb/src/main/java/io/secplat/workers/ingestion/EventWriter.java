package io.secplat.workers.ingestion;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.WorkerContext;
import io.secplat.search.HealthEvents;
import io.secplat.search.SearchUnavailableException;
import io.secplat.stream.CourierUnavailableException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the results of each second in one bulk and asks for their derivation. While the record is away they stay in the
 * buffer; while the courier is away the request is left out, since the deriver has a timer.
 */
public final class EventWriter implements Worker {

    static final int BULK = 2_000;

    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final EventBuffer buffer;
    private final HealthEvents events;
    private final DeriveRequests requests;
    private final CheckRunner runner;
    private final Journal journal;

    public EventWriter(
            EventBuffer buffer, HealthEvents events, DeriveRequests requests, CheckRunner runner, Journal journal) {
        this.buffer = buffer;
        this.events = events;
        this.requests = requests;
        this.runner = runner;
        this.journal = journal;
    }

    @Override
    public Role role() {
        return Role.INGESTION;
    }

    @Override
    public String name() {
        return "event-writer";
    }

    @Override
    public void run(WorkerContext context) throws InterruptedException {
        Duration pause = TURN;
        do {
            context.beat();
            pause = write() ? TURN : longer(pause);
        } while (context.pause(pause));
        write();
    }

    /** Writes everything that waits; false when the record is away. */
    boolean write() {
        List<HealthEventDocument> bulk = buffer.take(BULK);
        while (!bulk.isEmpty()) {
            if (!append(bulk)) {
                return false;
            }
            journal.info("events.write", announce(bulk), counts(bulk));
            bulk = buffer.take(BULK);
        }
        return true;
    }

    private boolean append(List<HealthEventDocument> bulk) {
        try {
            events.append(bulk);
            return true;
        } catch (SearchUnavailableException e) {
            buffer.giveBack(bulk);
            journal.warn("events.write", "search_unavailable", counts(bulk));
            return false;
        } catch (RuntimeException | Error e) {
            buffer.giveBack(bulk);
            throw e;
        }
    }

    private String announce(List<HealthEventDocument> bulk) {
        try {
            requests.eventsWritten(bulk);
            return "written";
        } catch (CourierUnavailableException e) {
            return "written_courier_unavailable";
        }
    }

    private Map<String, Object> counts(List<HealthEventDocument> bulk) {
        long up = bulk.stream().filter(HealthEventDocument::success).count();
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("events", bulk.size());
        counts.put("up", up);
        counts.put("down", bulk.size() - up);
        counts.put("waiting", buffer.size());
        counts.put("skipped_total", runner.skipped());
        counts.put("dropped_total", buffer.dropped());
        return counts;
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
