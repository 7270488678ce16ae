package io.secplat.api.jobs.postgres;

import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.contracts.event.ScanRequested;
import io.secplat.runtime.IdSource;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Asks for workers, within the transaction that queued the jobs. */
final class JobQueue {

    private final OutboxTable outbox;
    private final IdSource ids;

    JobQueue(OutboxTable outbox, IdSource ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    void ask(Handle handle, Collection<ScanRequested> requests, String requestId) {
        outbox.append(
                handle,
                requests.stream()
                        .map(request -> OutboxEntry.of(request, ids.next(), requestId))
                        .toList());
    }

    /** As {@link #ask}, for requests that no call caused. */
    void ask(Handle handle, Collection<ScanRequested> requests) {
        ask(handle, requests, ids.next().toString());
    }
}
