package io.secplat.api.jobs;

import io.secplat.api.live.Mailbox;
import io.secplat.api.live.Outlet;
import io.secplat.api.problem.ProblemType;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.WorkerContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who watches a job on this server. Four times a second one query asks for what is new to all of them; it reads
 * the tables themselves, so it does not matter which server the worker speaks to.
 */
public final class JobFollowers implements Worker {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final JobProgress progress;
    private final int most;
    private final Executor writers;
    private final Clock clock;
    private final Queue<JobFollower> followers = new ConcurrentLinkedQueue<>();
    private Instant nextBeat = Instant.MIN;

    /** @param most followers beyond this number are sent away */
    public JobFollowers(JobProgress progress, int most, Executor writers, Clock clock) {
        this.progress = progress;
        this.most = most;
        this.writers = writers;
        this.clock = clock;
    }

    /** Whether one more would be too many. */
    boolean full() {
        return followers.size() >= most;
    }

    /**
     * Adds somebody who knows what the id says, or nothing; {@code JOB_UNKNOWN} when there is no such job.
     *
     * @param outlet opened once it is known that there is such a job
     * @param entitled whether the follower may still listen; asked at each heartbeat
     */
    void follow(int jobId, Optional<String> lastId, Supplier<Outlet> outlet, BooleanSupplier entitled) {
        JobMark mark = lastId.map(id -> JobMark.of(jobId, id)).orElseGet(() -> JobMark.nothing(jobId));
        List<JobProgress.@Nullable News> found = progress.since(List.of(mark));
        if (found.isEmpty()) {
            throw ProblemType.DATABASE_AWAY.because();
        }
        JobProgress.News news = found.get(0);
        if (news == null) {
            throw ProblemType.JOB_UNKNOWN.because();
        }
        JobFollower follower = new JobFollower(new Mailbox(outlet.get(), writers), entitled, mark);
        if (follower.begin(news)) {
            followers.add(follower);
        }
    }

    @Override
    public Role role() {
        return Role.API;
    }

    @Override
    public String name() {
        return "job-events";
    }

    @Override
    public void run(WorkerContext context) throws InterruptedException {
        try {
            do {
                context.beat();
                turn();
            } while (context.pause(PAUSE));
        } finally {
            followers.forEach(JobFollower::close);
            followers.clear();
        }
    }

    /** Tells everybody what is new; while Postgres is away nothing is. */
    void turn() {
        List<JobFollower> ready = followers.stream().filter(JobFollower::ready).toList();
        if (!ready.isEmpty()) {
            tell(ready);
        }
        Instant now = clock.instant();
        if (!now.isBefore(nextBeat)) {
            boolean unused = followers.removeIf(follower -> !follower.beat());
            nextBeat = now.plus(HEARTBEAT);
        }
    }

    private void tell(List<JobFollower> ready) {
        List<JobProgress.@Nullable News> news =
                progress.since(ready.stream().map(JobFollower::mark).toList());
        for (int i = 0; i < news.size(); i++) {
            JobProgress.News fresh = news.get(i);
            JobFollower follower = ready.get(i);
            if (fresh == null) {
                follower.close();
            }
            if (fresh == null || !follower.tell(fresh)) {
                boolean unused = followers.remove(follower);
            }
        }
    }
}
