package io.secplat.api.queue;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.Caller;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.DeadLetterBox;
import io.secplat.stream.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What operators do with dead letters. Streams and audit have no common transaction, so the audit's is opened first, which
 * refuses the call while the database is away, and committed last, with what was really done.
 */
public final class DeadLetterDesk {

    private static final int BATCH = 100;

    /** The audit's transaction around work that is written down in it. */
    @FunctionalInterface
    public interface Ledger {

        /** Does the work, which may write entries; they are stored when it returns. */
        void keep(Consumer<Consumer<AuditEntry>> work);
    }

    /** How many went back to their stream, and which ids are not there. */
    record Replayed(int count, List<String> missing) {}

    private final DeadLetterBox box;
    private final Ledger ledger;

    public DeadLetterDesk(DeadLetterBox box, Ledger ledger) {
        this.box = box;
        this.ledger = ledger;
    }

    /** Newest first. */
    List<Message> page(StreamName stream, int max, Optional<String> olderThan) {
        return box.page(stream, max, olderThan);
    }

    /** Sends these back to their stream. */
    Replayed replay(StreamName stream, List<String> ids, Caller caller) {
        Set<String> wanted = new LinkedHashSet<>(ids);
        Batches batches = new Batches(stream);
        ledger.keep(audit -> {
            batches.attempt(() -> batches.replay(List.copyOf(wanted)));
            batches.writeDown(audit, caller, false);
        });
        batches.rethrow();
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(batches.done);
        return new Replayed(batches.done.size(), missing);
    }

    /** Sends all back that are there now, a batch at a time; those that fail again meanwhile stay for another call. */
    Replayed replayAll(StreamName stream, Caller caller) {
        Batches batches = new Batches(stream);
        ledger.keep(audit -> {
            batches.attempt(batches::replayAll);
            batches.writeDown(audit, caller, true);
        });
        batches.rethrow();
        return new Replayed(batches.done.size(), List.of());
    }

    /** Removes one for good; {@code DEAD_LETTER_UNKNOWN} when it is not there. */
    void discard(StreamName stream, String id, Caller caller) {
        ledger.keep(audit -> {
            if (!box.discard(stream, id)) {
                throw ProblemType.DEAD_LETTER_UNKNOWN.because();
            }
            JsonWriter details = new JsonWriter().put("stream", stream.wire()).put("id", id);
            audit.accept(AuditEntry.of(caller, "queue.dlq.discard", null, details.build()));
        });
    }

    private final class Batches {

        private final StreamName stream;
        private final Set<String> done = new LinkedHashSet<>();
        private Optional<CourierUnavailableException> failure = Optional.empty();

        Batches(StreamName stream) {
            this.stream = stream;
        }

        /** What was done before the streams went away is done, and must be written down. */
        void attempt(Runnable work) {
            try {
                work.run();
            } catch (CourierUnavailableException e) {
                failure = Optional.of(e);
            }
        }

        void replay(List<String> ids) {
            for (int from = 0; from < ids.size(); from += BATCH) {
                done.addAll(box.replay(stream, ids.subList(from, Math.min(from + BATCH, ids.size()))));
            }
        }

        void replayAll() {
            Optional<String> last = box.newest(stream);
            List<String> ids = last.map(end -> box.ids(stream, BATCH, Optional.empty(), end))
                    .orElse(List.of());
            while (!ids.isEmpty()) {
                done.addAll(box.replay(stream, ids));
                Optional<String> behind = Optional.of(ids.get(ids.size() - 1));
                ids = box.ids(stream, BATCH, behind, last.orElseThrow());
            }
        }

        /** Nothing done is nothing to write down. */
        void writeDown(Consumer<AuditEntry> audit, Caller caller, boolean all) {
            if (done.isEmpty()) {
                return;
            }
            JsonWriter details = new JsonWriter()
                    .put("stream", stream.wire())
                    .put("all", all)
                    .put("replayed", done.size());
            audit.accept(AuditEntry.of(
                    caller, "queue.dlq.replay", null, (all ? details : details.put("ids", done)).build()));
        }

        void rethrow() {
            failure.ifPresent(unavailable -> {
                throw unavailable;
            });
        }
    }
}
