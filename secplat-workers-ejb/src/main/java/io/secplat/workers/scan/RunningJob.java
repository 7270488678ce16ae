package io.secplat.workers.scan;

import io.secplat.contracts.model.JobType;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A claimed job with its progress: an end that was reached is kept until the API has heard of it. */
final class RunningJob {

    private final ScanJob job;
    private final LineBuffer lines;
    private final JobReporter reporter;
    private @Nullable ScanEnd end;

    RunningJob(ScanJob job, LineBuffer lines, JobReporter reporter) {
        this.job = job;
        this.lines = lines;
        this.reporter = reporter;
    }

    int id() {
        return job.lease().jobId();
    }

    /** Scans, unless that was done already, and tells the API. */
    ScanEnd proceed(Map<JobType, Scanner> scanners, ScanWatch watch) throws InterruptedException {
        ScanEnd reached = end;
        if (reached == null) {
            reached = scan(scanners, watch);
            end = reached;
            lines.line(summary(reached));
        }
        reporter.tell(reached);
        return reached;
    }

    private ScanEnd scan(Map<JobType, Scanner> scanners, ScanWatch watch) throws InterruptedException {
        Optional<Scanner> scanner = JobType.of(job.type()).map(scanners::get);
        if (scanner.isEmpty()) {
            return new ScanEnd.Broken("Unknown job type");
        }
        lines.line("Scan " + job.type() + " of " + job.target().asset() + " begins");
        return watch.watch(scanner.get(), job.target(), lines, reporter);
    }

    private static String summary(ScanEnd end) {
        if (end instanceof ScanEnd.Finished finished) {
            ScanReport report = finished.report();
            return "Scan ends: " + report.checkedKeys().size() + " checks, "
                    + report.findings().size() + " findings";
        }
        return "Scan failed: " + ((ScanEnd.Broken) end).error();
    }
}
