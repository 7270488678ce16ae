package io.secplat.workers.scan;

import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.ScanRequested;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.AssetKey;
import io.secplat.stream.EventPublisher;
import io.secplat.workers.api.ApiUnavailableException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jobs in memory with the API's rules: one lease at a time, a stale one is refused, an expired one is published again. */
final class FakeJobs implements Jobs {

    private final EventPublisher publisher;
    private final Map<Integer, Job> jobs = new LinkedHashMap<>();
    private boolean away;

    FakeJobs(EventPublisher publisher) {
        this.publisher = publisher;
    }

    static final class Job {
        String status = "queued";

        @Nullable String token;

        String type = "tls_headers";
        int heartbeats;
        int completions;

        @Nullable String error;

        Set<String> checkedKeys = Set.of();
        final List<String> log = new ArrayList<>();
        final List<String> requestIds = new ArrayList<>();
        final List<Integer> batches = new ArrayList<>();
        final Set<String> findings = new TreeSet<>();
    }

    synchronized void away(boolean value) {
        away = value;
    }

    synchronized Job queue(int id) {
        Job job = new Job();
        jobs.put(id, job);
        publish(id);
        return job;
    }

    synchronized String status(int id) {
        return job(id).status;
    }

    synchronized int heartbeats(int id) {
        return job(id).heartbeats;
    }

    synchronized int completions(int id) {
        return job(id).completions;
    }

    synchronized List<String> log(int id) {
        return List.copyOf(job(id).log);
    }

    /** What the sweeper does when a worker was silent for too long. */
    synchronized void expire(int id) {
        job(id).status = "queued";
        job(id).token = null;
        publish(id);
    }

    synchronized void cancel(int id) {
        job(id).status = "cancelled";
        job(id).token = null;
    }

    @Override
    public synchronized Claim claim(int jobId, String workerId, String requestId) {
        answer();
        Job job = jobs.get(jobId);
        if (job == null) {
            return new Claim.Unknown();
        }
        if (!job.status.equals("queued")) {
            return new Claim.NotOurs(job.status);
        }
        job.status = "running";
        String token = UUID.randomUUID().toString();
        job.token = token;
        job.requestIds.add(requestId);
        ScanTarget target = new ScanTarget(new AssetKey("shop"), "shop.example", Optional.empty(), Optional.empty());
        return new Claim.Granted(new ScanJob(new Lease(jobId, token, requestId), job.type, target));
    }

    @Override
    public synchronized void heartbeat(Lease lease) {
        held(lease).heartbeats++;
    }

    @Override
    public synchronized void log(Lease lease, List<String> lines) {
        held(lease).log.addAll(lines);
    }

    @Override
    public synchronized int findings(Lease lease, List<Finding> findings) {
        Job job = held(lease);
        job.batches.add(findings.size());
        findings.forEach(finding -> job.findings.add(finding.key()));
        return 0;
    }

    @Override
    public synchronized void done(Lease lease, ScanReport report) {
        Job job = held(lease);
        job.status = "done";
        job.checkedKeys = report.checkedKeys();
        job.completions++;
    }

    @Override
    public synchronized void failed(Lease lease, String error) {
        Job job = held(lease);
        job.status = "failed";
        job.error = error;
        job.completions++;
    }

    private Job held(Lease lease) {
        answer();
        Job job = job(lease.jobId());
        if (!job.status.equals("running") || !lease.token().equals(job.token)) {
            throw new LeaseLostException(409);
        }
        return job;
    }

    private Job job(int id) {
        Job job = jobs.get(id);
        if (job == null) {
            throw new IllegalStateException("no job " + id);
        }
        return job;
    }

    private void answer() {
        if (away) {
            throw ApiUnavailableException.unreachable(new IOException("away"));
        }
    }

    private void publish(int id) {
        ScanRequested event = new ScanRequested(id, "tls_headers", 1, "mira");
        Envelope envelope = Envelope.of(UUID.randomUUID().toString(), event, Instant.EPOCH, "web-7Qd2");
        publisher.publish(List.of(new EventPublisher.Outgoing(StreamName.SCAN, envelope)));
    }
}
