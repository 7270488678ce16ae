package io.secplat.bench.scan;

import io.secplat.bench.Profile;
import io.secplat.bench.load.Latencies;
import io.secplat.bench.stage.Stage;
import io.secplat.local.launch.Part;
import io.secplat.local.process.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Workers with certain settings, each started, warmed up, watched for a while under a stock of jobs, and ended. */
final class Shift {

    private static final String CANCEL = "UPDATE scan_jobs SET status = 'cancelled' WHERE status = 'queued'";
    private static final String FAILED = "SELECT count(*) FROM scan_jobs WHERE status = 'failed'";
    private static final String NOW = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)";
    private static final String ENDED =
            """
            SELECT CAST(extract(epoch FROM finished_at - started_at) * 1000000 AS bigint) FROM scan_jobs
            WHERE status = 'done' AND finished_at >= to_timestamp(%d / 1000.0) AND finished_at < to_timestamp(%d / 1000.0)
            """;

    private final Stage stage;
    private final Sites sites;
    private final Duration warmUp;
    private final Duration length;
    private final Optional<Path> profiles;

    /** @param profiles where to leave a recording of each worker, if one is wanted */
    Shift(Stage stage, Sites sites, Duration warmUp, Duration length, Optional<Path> profiles) {
        this.stage = stage;
        this.sites = sites;
        this.warmUp = warmUp;
        this.length = length;
        this.profiles = profiles;
    }

    /**
     * What came of one.
     *
     * @param times how long each scan took, from its claim to its end
     * @param workerMillis of a processor that the worker took for each scan
     * @param sitesMillis the same for the sites
     * @param peakMebibytes of the worker's process, from its start on
     */
    record Result(
            double perSecond,
            Latencies times,
            double workerMillis,
            double sitesMillis,
            long peakMebibytes,
            long failed) {

        static final String HEAD =
                """
                | scans at once, requests to a host in a second | scans a second | ratio | p50 ms | p90 ms | p99 ms | worker's CPU ms a scan | sites' CPU ms a scan | worker's peak MiB | failed |
                |---|---|---|---|---|---|---|---|---|---|
                """;

        String row(String name, double reference) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.3f | %.0f | %.0f | %.0f | %.1f | %.1f | %d | %d |",
                    name,
                    perSecond,
                    perSecond / reference,
                    times.percentile(50),
                    times.percentile(90),
                    times.percentile(99),
                    workerMillis,
                    sitesMillis,
                    peakMebibytes,
                    failed);
        }
    }

    Result work(String name, Map<String, String> settings) throws IOException, InterruptedException, SQLException {
        try (Running worker = stage.server(Part.SCAN_WORKERS, settings);
                Feeder feeder = Feeder.start(stage)) {
            pause(warmUp);
            ProcessHandle process = worker.stamp()
                    .handle()
                    .orElseThrow(() -> new IllegalStateException("the worker has ended; see " + worker.log()));
            feeder.check();
            return profiles.isPresent()
                    ? recorded(name, process, new Profile(process.pid(), profiles.get()))
                    : watched(process);
        } finally {
            stage.execute(CANCEL);
        }
    }

    private Result recorded(String name, ProcessHandle worker, Profile profile)
            throws IOException, InterruptedException, SQLException {
        profile.begin(name);
        Result result = watched(worker);
        Path unused = profile.end(name);
        return result;
    }

    private Result watched(ProcessHandle worker) throws IOException, InterruptedException, SQLException {
        Usage ours = new Usage(worker);
        Usage theirs = new Usage(sites.process());
        Duration oursBefore = ours.processor();
        Duration theirsBefore = theirs.processor();
        long failedBefore = stage.number(FAILED);
        long begin = stage.number(NOW);
        pause(length);
        long end = stage.number(NOW);
        Latencies times = times(begin, end);
        return new Result(
                times.count() * 1e3 / (end - begin),
                times,
                millis(ours.processor().minus(oursBefore), times.count()),
                millis(theirs.processor().minus(theirsBefore), times.count()),
                ours.peakMebibytes(),
                stage.number(FAILED) - failedBefore);
    }

    private Latencies times(long begin, long end) throws IOException, SQLException {
        Latencies times = new Latencies();
        try (Connection database = stage.database();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(ENDED.formatted(begin, end))) {
            while (rows.next()) {
                times.add(TimeUnit.MICROSECONDS.toNanos(rows.getLong(1)));
            }
        }
        return times;
    }

    private static double millis(Duration used, int scans) {
        return used.toNanos() / 1e6 / scans;
    }

    private static void pause(Duration length) throws InterruptedException {
        boolean unused = new CountDownLatch(1).await(length.toMillis(), TimeUnit.MILLISECONDS);
    }
}
