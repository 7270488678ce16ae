package io.secplat.api.jobs.postgres;

import io.secplat.api.jobs.ClaimableJobs;
import io.secplat.api.outbox.Unsettled;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.contracts.event.StreamName;
import io.secplat.runtime.IdSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Asks for workers again: for every job that waits for one, after the transport lost what it carried; or for those that any
 * worker could claim. A parked job is not one of these, since it gets its message when its turn comes.
 */
public final class QueuedJobs implements Unsettled, ClaimableJobs {

    private static final int CHUNK = 1_000;

    private final Database database;
    private final JobQueue queue;

    public QueuedJobs(Database database, OutboxTable outbox, IdSource ids) {
        this.database = database;
        this.queue = new JobQueue(outbox, ids);
    }

    @Override
    public String name() {
        return "jobs";
    }

    /** A job that was announced but not published yet is announced twice; its second worker is refused. */
    @Override
    public int republish() {
        return announceAll("TRUE", Set.of()).size();
    }

    @Override
    public boolean waitWithAllSent() {
        return database.read(handle -> handle.createQuery(
                        """
                        SELECT EXISTS (SELECT FROM scan_jobs WHERE status = 'queued' AND parked_at IS NULL)
                           AND NOT EXISTS (SELECT FROM outbox_events WHERE published_at IS NULL AND target = :stream)
                        """)
                .bind("stream", StreamName.SCAN.wire())
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public List<Integer> announce(Set<Integer> except) {
        return announceAll("parked_at IS NULL", except);
    }

    private List<Integer> announceAll(String which, Set<Integer> except) {
        List<Integer> announced = new ArrayList<>();
        List<Integer> chunk;
        int last = 0;
        do {
            chunk = announceAfter(last, which, except);
            announced.addAll(chunk);
            last = chunk.isEmpty() ? last : chunk.get(chunk.size() - 1);
        } while (chunk.size() == CHUNK);
        return announced;
    }

    private List<Integer> announceAfter(int last, String which, Set<Integer> except) {
        return database.inTransaction(handle -> {
            List<JobQueue.Waiting> waiting = waitingAfter(handle, last, which, except);
            queue.announce(handle, waiting);
            return waiting.stream().map(job -> job.request().jobId()).toList();
        });
    }

    private static List<JobQueue.Waiting> waitingAfter(Handle handle, int last, String which, Set<Integer> except) {
        return handle.createQuery(
                        """
                        SELECT job_id, job_type, target_asset_id, coalesce(requested_by, '') AS requested_by, request_id
                        FROM scan_jobs WHERE status = 'queued' AND job_id > :last AND job_id <> ALL (:except) AND %s
                        ORDER BY job_id LIMIT :max
                        """
                                .formatted(which))
                .bind("last", last)
                .bindArray("except", Integer.class, except)
                .bind("max", CHUNK)
                .map(JobTurns::waiting)
                .list();
    }
}
