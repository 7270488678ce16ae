package io.secplat.workers.scan;

import io.secplat.workers.api.ApiUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Tells the API about one claimed job and remembers what it has told, so that after a pause it goes on where it was.
 * Everything throws {@link LeaseLostException} and, but for {@link #tend}, ApiUnavailableException.
 */
final class JobReporter {

    private static final int FINDINGS_AT_ONCE = 500;

    private final Jobs jobs;
    private final Lease lease;
    private final LineBuffer lines;
    private final Duration heartbeatInterval;
    private final Clock clock;

    private Instant nextHeartbeat;
    private int findingsSent;
    private int findingsRefused;

    JobReporter(Jobs jobs, Lease lease, LineBuffer lines, Duration heartbeatInterval, Clock clock) {
        this.jobs = jobs;
        this.lease = lease;
        this.lines = lines;
        this.heartbeatInterval = heartbeatInterval;
        this.clock = clock;
        this.nextHeartbeat = clock.instant().plus(heartbeatInterval);
    }

    /** Done now and then while the scan runs: heartbeat and log. An API that is away is asked again at the next turn. */
    void tend() throws InterruptedException {
        try {
            heartbeat();
            sendLines();
        } catch (ApiUnavailableException e) {
            lines.line("The API did not answer (" + e.getMessage() + "); the scan goes on");
        }
    }

    /** Tells the end; may be called again after an ApiUnavailableException. */
    void tell(ScanEnd end) throws InterruptedException {
        sendLines();
        if (end instanceof ScanEnd.Finished finished) {
            finish(finished.report());
        } else if (end instanceof ScanEnd.Broken broken) {
            jobs.failed(lease, broken.error());
        }
    }

    private void finish(ScanReport report) throws InterruptedException {
        List<Finding> findings = report.findings();
        while (findingsSent < findings.size()) {
            heartbeat();
            int end = Math.min(findings.size(), findingsSent + FINDINGS_AT_ONCE);
            findingsRefused += jobs.findings(lease, findings.subList(findingsSent, end));
            findingsSent = end;
        }
        if (findingsRefused > 0) {
            jobs.failed(lease, findingsRefused + " findings were not accepted by the API");
        } else {
            jobs.done(lease, report);
        }
    }

    private void heartbeat() throws InterruptedException {
        Instant now = clock.instant();
        if (!now.isBefore(nextHeartbeat)) {
            jobs.heartbeat(lease);
            nextHeartbeat = now.plus(heartbeatInterval);
        }
    }

    private void sendLines() throws InterruptedException {
        List<String> waiting = lines.oldest();
        while (!waiting.isEmpty()) {
            jobs.log(lease, waiting);
            lines.sent(waiting.size());
            waiting = lines.oldest();
        }
    }
}
