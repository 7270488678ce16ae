package io.secplat.bench.fault.node;

import io.secplat.api.findings.FindingDetails;
import io.secplat.api.findings.FindingReport;
import io.secplat.api.findings.Findings;
import io.secplat.api.findings.SoftwareComponent;
import io.secplat.api.jobs.Completion;
import io.secplat.api.postgres.DatabaseUnavailableException;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.bench.fault.node.Failpoint.Place;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.JobStatus;
import io.secplat.workers.api.ApiUnavailableException;
import io.secplat.workers.scan.Claim;
import io.secplat.workers.scan.Finding;
import io.secplat.workers.scan.Jobs;
import io.secplat.workers.scan.Lease;
import io.secplat.workers.scan.LeaseLostException;
import io.secplat.workers.scan.ScanJob;
import io.secplat.workers.scan.ScanReport;
import io.secplat.workers.scan.ScanTarget;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The API's jobs as a worker sees them, without the wire. Whatever a worker writes carries the token of its lease, so that the
 * ledger can tell a write that came too late.
 */
final class DirectJobs implements Jobs {

    private static final int CONFLICT = 409;

    private final io.secplat.api.jobs.Jobs jobs;
    private final Findings findings;
    private final Failpoint failpoint;

    DirectJobs(io.secplat.api.jobs.Jobs jobs, Findings findings, Failpoint failpoint) {
        this.jobs = jobs;
        this.findings = findings;
        this.failpoint = failpoint;
    }

    @Override
    public Claim claim(int jobId, String workerId, String requestId) {
        io.secplat.api.jobs.Claim claim = asked(() -> jobs.claimAny(jobId, workerId));
        if (claim instanceof io.secplat.api.jobs.Claim.Granted granted) {
            Lease lease = new Lease(granted.job().id(), granted.leaseToken().toString(), requestId);
            ScanTarget target = new ScanTarget(
                    new AssetKey(granted.target().assetKey()),
                    granted.target().host(),
                    Optional.ofNullable(granted.target().port()),
                    Optional.empty());
            return new Claim.Granted(new ScanJob(lease, granted.job().type().wire(), target));
        }
        return claim instanceof io.secplat.api.jobs.Claim.Refused refused
                ? new Claim.NotOurs(refused.why())
                : new Claim.Unknown();
    }

    @Override
    public void heartbeat(Lease lease) {
        asked(() -> jobs.heartbeat(lease.jobId(), token(lease)));
    }

    @Override
    public void log(Lease lease, List<String> lines) {
        List<String> marked =
                lines.stream().map(line -> lease.token() + " " + line).toList();
        asked(() -> jobs.log(lease.jobId(), token(lease), marked));
    }

    @Override
    public int findings(Lease lease, List<Finding> found) {
        List<FindingReport> reports =
                found.stream().map(finding -> report(lease, finding)).toList();
        Caller caller = new Caller("scanner-service", AccessRole.ANALYST, lease.requestId());
        asked(() -> findings.report(reports, Optional.of(new Findings.Lease(lease.jobId(), token(lease))), caller));
        failpoint.pass(Place.AFTER_FINDINGS);
        return 0;
    }

    private static FindingReport report(Lease lease, Finding finding) {
        FindingDetails details = new FindingDetails(
                finding.title(),
                finding.check().category(),
                finding.severity(),
                null,
                lease.jobId() + " " + lease.token(),
                finding.remediation(),
                finding.check().source(),
                SoftwareComponent.NONE,
                null);
        return new FindingReport(finding.key(), finding.asset().value(), null, details);
    }

    @Override
    public void done(Lease lease, ScanReport report) {
        JsonObject summary = Json.createObjectBuilder()
                .add("checked_finding_keys", Json.createArrayBuilder(report.checkedKeys()))
                .add("token", lease.token())
                .build();
        asked(() -> {
            jobs.complete(lease.jobId(), new Completion(token(lease), JobStatus.DONE, null, summary));
            return true;
        });
        failpoint.pass(Place.AFTER_COMPLETE);
    }

    @Override
    public void failed(Lease lease, String error) {
        JsonObject summary =
                Json.createObjectBuilder().add("token", lease.token()).build();
        asked(() -> {
            jobs.complete(lease.jobId(), new Completion(token(lease), JobStatus.FAILED, error, summary));
            return true;
        });
    }

    /** As the wire would tell it: a refusal is a lost lease, a database that is away an API that is. */
    private static <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (ProblemException e) {
            if (e.type() == ProblemType.STALE_LEASE) {
                throw new LeaseLostException(CONFLICT);
            }
            throw e;
        } catch (DatabaseUnavailableException e) {
            throw ApiUnavailableException.unreachable(e);
        } catch (RuntimeException e) {
            Say.line(Unexpected.of("worker", e));
            throw ApiUnavailableException.unreachable(e);
        }
    }

    private static UUID token(Lease lease) {
        return UUID.fromString(lease.token());
    }
}
