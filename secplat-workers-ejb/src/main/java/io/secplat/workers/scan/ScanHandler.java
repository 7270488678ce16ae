package io.secplat.workers.scan;

import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.model.JobType;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.stream.Message;
import io.secplat.stream.MessageHandler;
import io.secplat.stream.Outcome;
import io.secplat.workers.api.ApiCall;
import io.secplat.workers.api.ApiUnavailableException;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Works on {@code scan.requested}: takes the job whose turn it is, scans, reports, completes. The message says that there is
 * work; which job it is the API decides, so that urgent ones go first. While the API is away the message is held, and
 * the claimed job with it: once the API is back, the same lease is used, and if that has ended the API gives the job to
 * somebody else. Safe for several threads, each with a message of its own: a job has its own lease, heartbeat, log and
 * deadline.
 */
public final class ScanHandler implements MessageHandler {

    /** What the handler works with besides jobs and scanners. */
    public record Surroundings(ExecutorService threads, Clock clock, IdSource ids, Journal journal) {}

    private static final String JOB_ID = "job_id";

    private final Jobs jobs;
    private final Map<JobType, Scanner> scanners;
    private final ScanSettings settings;
    private final Surroundings with;
    private final ScanWatch watch;
    private final HeldJobs held = new HeldJobs();

    public ScanHandler(Jobs jobs, Collection<Scanner> scanners, ScanSettings settings, Surroundings with) {
        this.jobs = jobs;
        this.scanners = scanners.stream().collect(Collectors.toMap(Scanner::type, Function.identity()));
        this.settings = settings;
        this.with = with;
        this.watch = new ScanWatch(with.threads(), settings, with.clock(), with.journal());
    }

    @Override
    public Outcome handle(Message message) throws InterruptedException {
        OptionalInt jobId;
        try {
            jobId = jobId(message);
        } catch (IllegalArgumentException e) {
            return new Outcome.Park("invalid_job_id");
        }
        return jobId.isEmpty() ? new Outcome.Park("missing_job_id") : work(message, jobId.getAsInt());
    }

    private static OptionalInt jobId(Message message) {
        return message.reader().integer(JOB_ID).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private Outcome work(Message message, int jobId) throws InterruptedException {
        Optional<RunningJob> job = held.take(message.id());
        return job.isPresent() ? proceed(message, job.get()) : claim(message, jobId);
    }

    private Outcome claim(Message message, int jobId) throws InterruptedException {
        Claim claim;
        try {
            claim = jobs.claim(jobId, settings.workerId(), requestId(message));
        } catch (ApiUnavailableException e) {
            return hold(e);
        }
        if (claim instanceof Claim.Unknown) {
            return new Outcome.Park("job_not_found");
        }
        if (claim instanceof Claim.Granted granted) {
            RunningJob job = begin(granted.job());
            tell(message, job.id(), "claimed");
            return proceed(message, job);
        }
        tell(message, jobId, "not_ours");
        return Outcome.DONE;
    }

    private Outcome proceed(Message message, RunningJob job) throws InterruptedException {
        try {
            ScanEnd end = job.proceed(scanners, watch);
            tell(message, job.id(), end instanceof ScanEnd.Finished ? "done" : "failed");
            return Outcome.DONE;
        } catch (ApiUnavailableException e) {
            held.keep(message.id(), job);
            return hold(e);
        } catch (LeaseLostException e) {
            tell(message, job.id(), "lease_lost");
            return Outcome.DONE;
        }
    }

    private static Outcome hold(ApiUnavailableException away) {
        return new Outcome.Hold(String.valueOf(away.getMessage()));
    }

    private RunningJob begin(ScanJob job) {
        LineBuffer lines = new LineBuffer();
        return new RunningJob(
                job, lines, new JobReporter(jobs, job.lease(), lines, settings.heartbeatInterval(), with.clock()));
    }

    private String requestId(Message message) {
        return message.reader()
                .text(FieldNames.REQUEST_ID)
                .filter(ApiCall::isRequestId)
                .orElseGet(() -> with.ids().next().toString());
    }

    private void tell(Message message, int jobId, String status) {
        with.journal().info("scan.job", status, Map.of(JOB_ID, jobId, FieldNames.EVENT_ID, message.eventId()));
    }
}
