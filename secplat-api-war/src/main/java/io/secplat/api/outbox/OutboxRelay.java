package io.secplat.api.outbox;

import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.WorkerContext;
import io.secplat.stream.CourierUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Carries the rows of one lane to their target: at once after a commit in this process, within half a second otherwise; in
 * a stream of commits it rests between turns, so that a turn carries what many of them brought. A row is repeated, with the
 * same event id, until the target has accepted it; a crash between the two repeats it as well.
 */
public final class OutboxRelay implements Worker {

    private static final int BATCH = 500;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final RelayTurn turn;
    private final OutboxTarget target;
    private final OutboxSignal signal;
    private final Journal journal;
    private int failures;
    private boolean mine;

    public OutboxRelay(Outbox outbox, RelayTurn turn, OutboxTarget target, OutboxSignal signal, Journal journal) {
        this.outbox = outbox;
        this.turn = turn;
        this.target = target;
        this.signal = signal;
        this.journal = journal;
    }

    @Override
    public Role role() {
        return Role.API;
    }

    @Override
    public String name() {
        return "outbox-" + target.lane();
    }

    @Override
    public void run(WorkerContext context) throws InterruptedException {
        while (context.goOn()) {
            context.beat();
            long seen = signal.count(target.names());
            if (turn()) {
                continue;
            }
            if (failures > 0) {
                context.pause(pause());
            } else {
                context.pause(target.rest());
                rest(seen);
            }
        }
    }

    /** A server that works on the lane now may have looked before our commit: after it, it is our turn to look. */
    private void rest(long seen) throws InterruptedException {
        if (mine) {
            signal.await(target.names(), seen, POLL);
        }
    }

    /** One batch; true when there may be more. */
    boolean turn() {
        boolean[] more = {false};
        if (target.names().isEmpty()) {
            mine = true;
            return false;
        }
        try {
            mine = turn.alone(target.lane(), () -> more[0] = carry());
            failures = 0;
        } catch (RuntimeException e) {
            failed(e);
        }
        return more[0];
    }

    private boolean carry() {
        target.inspect();
        List<OutboxRow> rows = outbox.waiting(target.names(), BATCH);
        if (rows.isEmpty()) {
            return false;
        }
        List<Long> ids = rows.stream().map(OutboxRow::id).toList();
        try {
            target.accept(rows);
        } catch (RuntimeException e) {
            outbox.failed(ids);
            throw e;
        }
        outbox.published(ids);
        return rows.size() == BATCH;
    }

    /** Told when it begins, not at every try. */
    private void failed(RuntimeException failure) {
        if (failures++ == 0) {
            Map<String, Object> facts = new HashMap<>(
                    Map.of("lane", target.lane(), "error", failure.getClass().getSimpleName()));
            if (failure instanceof CourierUnavailableException away) {
                facts.put("reason", away.reason().code());
            }
            journal.warn("outbox.relay", "failed", facts);
        }
    }

    private Duration pause() {
        Duration doubled = POLL.multipliedBy(1L << Math.min(failures - 1, 4));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
