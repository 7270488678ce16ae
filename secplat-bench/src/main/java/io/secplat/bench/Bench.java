package io.secplat.bench;

import io.secplat.bench.change.Changes;
import io.secplat.bench.fault.Faults;
import io.secplat.bench.load.Calls;
import io.secplat.bench.load.Generator;
import io.secplat.bench.notice.Notices;
import io.secplat.bench.queue.QueueBench;
import io.secplat.bench.report.Line;
import io.secplat.bench.report.Machine;
import io.secplat.bench.report.Report;
import io.secplat.bench.scan.ScanBench;
import io.secplat.bench.search.ReportBench;
import io.secplat.bench.stage.Stage;
import io.secplat.local.store.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./secplat-bench/run api}: how fast one API server is here. */
@Command(
        name = "api",
        mixinStandardHelpOptions = true,
        description = "Measures one server of role api with 20 000 assets and 100 000 findings.")
public final class Bench implements Callable<Integer> {

    @Option(
            names = "--assets",
            defaultValue = "20000",
            description = "Assets with status documents (${DEFAULT-VALUE}).")
    private int assets;

    @Option(names = "--findings", defaultValue = "100000", description = "Findings (${DEFAULT-VALUE}).")
    private int findings;

    @Option(names = "--connections", defaultValue = "16", description = "Connections at once (${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds of the comparison (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "5", description = "Of each call in each round (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "10", description = "Seconds of each call before (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--steady", defaultValue = "15", description = "Seconds at half of the maximum (${DEFAULT-VALUE}).")
    private int steady;

    @Option(
            names = "--jobs",
            defaultValue = "60",
            description = "Seconds of new jobs at 200 a second (${DEFAULT-VALUE}).")
    private int jobs;

    @Option(names = "--profile", description = "Records the server in the last round, a .jfr file for each call.")
    private boolean profile;

    private final Path root;
    private final PrintStream out;
    private final String command;

    private Bench(Path root, PrintStream out, String command) {
        this.root = root;
        this.out = out;
        this.command = command;
    }

    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("secplat.root", "."));
        Bench bench = new Bench(root, System.out, "./secplat-bench/run " + String.join(" ", arguments));
        CommandLine line = new CommandLine(new Bench.Choice())
                .addSubcommand(bench)
                .addSubcommand(new Changes(root, System.out))
                .addSubcommand(new Faults(root, System.out))
                .addSubcommand(new Notices(root, System.out))
                .addSubcommand(new QueueBench(root, System.out))
                .addSubcommand(new ReportBench(root, System.out))
                .addSubcommand(new ScanBench(root, System.out));
        if (arguments.length == 0) {
            line.usage(System.out);
            System.exit(2);
        }
        System.exit(line.execute(arguments));
    }

    /** Which benchmark. */
    @Command(name = "run", mixinStandardHelpOptions = true, description = "Benchmarks of SecPlat.")
    static final class Choice {}

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Path target = root.resolve("secplat-bench/target");
        Path data = Files.createTempDirectory(target, "stage-");
        say("setting the stage in " + data.getFileName());
        Map<String, String> facts = Machine.facts();
        try (Stage stage = Stage.set(root, data, System.getenv(), assets, findings)) {
            facts.put("content", assets + " assets with status documents, " + findings + " findings");
            facts.put(
                    "load",
                    connections + " connections kept open, from one thread on the same processors; " + rounds
                            + " rounds of " + seconds + " s, medians");
            Report report = new Report(command, facts, lines(stage, target, facts));
            out.println("\n" + report.markdown());
            Files.writeString(target.resolve("api.json"), report.json().toString());
            Files.writeString(target.resolve("api.md"), report.markdown());
        }
        Folders.delete(data);
        return 0;
    }

    private List<Line> lines(Stage stage, Path target, Map<String, String> facts)
            throws IOException, InterruptedException, SQLException {
        Plan plan = new Plan(
                connections,
                rounds,
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(steady),
                Duration.ofSeconds(jobs));
        Generator generator = new Generator(stage.server(), connections);
        Optional<Profile> recorder = profile ? Optional.of(new Profile(stage.pid(), target)) : Optional.empty();
        List<Calls> calls = ApiBench.calls(stage, stage.token());
        List<Line> lines = new ArrayList<>(new ApiBench(generator, plan, recorder, this::say).run(calls));
        if (jobs > 0) {
            say("new jobs");
            lines.add(new JobBench(stage, generator, plan, recorder).run(stage.token(), assets, facts));
        }
        return lines;
    }

    private void say(String what) {
        out.println(what);
    }
}
