package io.secplat.workers.scan.http;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.JobStatus;
import io.secplat.workers.api.Api;
import io.secplat.workers.api.ApiAnswer;
import io.secplat.workers.api.ApiAnswer.Accepted;
import io.secplat.workers.api.ApiAnswer.Refused;
import io.secplat.workers.api.ApiCall;
import io.secplat.workers.api.ApiUnavailableException;
import io.secplat.workers.scan.Claim;
import io.secplat.workers.scan.Finding;
import io.secplat.workers.scan.Jobs;
import io.secplat.workers.scan.Lease;
import io.secplat.workers.scan.LeaseLostException;
import io.secplat.workers.scan.ScanReport;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * Jobs over HTTP. A refusal that the contract does not foresee (403 and the like) is a matter of settings, not of the job,
 * and counts as an API that is away.
 */
public final class HttpJobs implements Jobs {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Api api;

    public HttpJobs(Api api) {
        this.api = api;
    }

    @Override
    public Claim claim(int jobId, String workerId, String requestId) throws InterruptedException {
        JsonObject body =
                new JsonWriter().put("worker_id", workerId).put("any", true).build();
        ApiAnswer answer = api.send(ApiCall.post(path(jobId, "claim"), body, requestId));
        if (answer instanceof Accepted accepted) {
            return new Claim.Granted(new ClaimedJob(jobId, requestId, accepted).read(api));
        }
        Refused refused = (Refused) answer;
        return switch (refused.status()) {
            case NOT_FOUND -> new Claim.Unknown();
            case CONFLICT -> new Claim.NotOurs(refused.message());
            default -> throw ApiUnavailableException.unexpected(refused.status());
        };
    }

    @Override
    public void heartbeat(Lease lease) throws InterruptedException {
        ask(ApiCall.put(path(lease.jobId(), "heartbeat"), body(lease).build(), lease.requestId()));
    }

    @Override
    public void log(Lease lease, List<String> lines) throws InterruptedException {
        post(lease, path(lease.jobId(), "log"), body(lease).put("lines", lines));
    }

    @Override
    public int findings(Lease lease, List<Finding> findings) throws InterruptedException {
        JsonWriter batch = body(lease).put("job_id", lease.jobId()).put("findings", FindingJson.all(findings));
        Accepted accepted = post(lease, "/findings/batch", batch);
        return new JsonReader(accepted.object()).integer("failed").orElse(0);
    }

    @Override
    public void done(Lease lease, ScanReport report) throws InterruptedException {
        JsonWriter summary = new JsonWriter()
                .put(
                        "checked_finding_keys",
                        report.checkedKeys().stream().sorted().toList())
                .put("findings", report.findings().size());
        report.tlsVersion().ifPresent(version -> summary.put("tls_version", version));
        report.tls().ifPresent(tls -> summary.put("tls", TlsJson.of(tls)));
        report.measures().forEach(summary::put);
        complete(lease, body(lease).put("status", JobStatus.DONE.wire()).put("summary", summary.build()));
    }

    @Override
    public void failed(Lease lease, String error) throws InterruptedException {
        complete(lease, body(lease).put("status", JobStatus.FAILED.wire()).put("error", error));
    }

    private void complete(Lease lease, JsonWriter body) throws InterruptedException {
        post(lease, path(lease.jobId(), "complete"), body);
    }

    private Accepted post(Lease lease, String path, JsonWriter body) throws InterruptedException {
        return ask(ApiCall.post(path, body.build(), lease.requestId()));
    }

    private Accepted ask(ApiCall call) throws InterruptedException {
        ApiAnswer answer = api.send(call);
        if (answer instanceof Accepted accepted) {
            return accepted;
        }
        int status = ((Refused) answer).status();
        if (status == CONFLICT || status == NOT_FOUND) {
            throw new LeaseLostException(status);
        }
        throw ApiUnavailableException.unexpected(status);
    }

    private static JsonWriter body(Lease lease) {
        return new JsonWriter().put("lease_token", lease.token());
    }

    private static String path(int jobId, String verb) {
        return "/jobs/" + jobId + "/" + verb;
    }
}
