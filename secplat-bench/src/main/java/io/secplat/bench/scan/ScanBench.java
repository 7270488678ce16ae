package io.secplat.bench.scan;

import io.secplat.bench.report.Machine;
import io.secplat.bench.stage.Stage;
import io.secplat.local.store.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./secplat-bench/run scans}: how many sites one scan worker examines in a second here. */
@Command(
        name = "scans",
        mixinStandardHelpOptions = true,
        description =
                "Measures tls_headers jobs from order to end by one packaged worker, against sites on this machine.")
public final class ScanBench implements Callable<Integer> {

    @Option(names = "--sites", defaultValue = "400", description = "Sites, each a host of its own (${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--shifts",
            split = ",",
            defaultValue = "1x10,8x10,64x10,16x1000",
            description = "Scans at once and requests to a host in a second, a worker for each (${DEFAULT-VALUE}).")
    private List<String> shifts = new ArrayList<>();

    @Option(names = "--warm-up", defaultValue = "20", description = "Seconds before (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "20", description = "Of each worker (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--profile", description = "Records each worker, a .jfr file for each.")
    private boolean profile;

    private final Path root;
    private final PrintStream out;

    public ScanBench(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        Path target = Files.createDirectories(root.resolve("secplat-bench/target"));
        Path data = Files.createTempDirectory(target, "scans-");
        Map<String, String> facts = Machine.facts();
        List<String> rows = new ArrayList<>();
        try (Sites sites = Sites.start(data, count);
                Stage stage = Stage.set(root, data, environment(sites), 0, 0)) {
            stage.execute(assets(sites));
            BareClient bare = new BareClient(sites);
            double unused = bare.perSecond(Duration.ofSeconds(warmUp));
            double reference = bare.perSecond(Duration.ofSeconds(seconds));
            facts.put("reference", String.format(Locale.ROOT, "%.0f pages a second by a bare client", reference));
            Shift shift = new Shift(
                    stage,
                    sites,
                    Duration.ofSeconds(warmUp),
                    Duration.ofSeconds(seconds),
                    profile ? Optional.of(target) : Optional.empty());
            for (String name : shifts) {
                out.println("a worker of " + name);
                String row = shift.work("scans-" + name, settings(name)).row(name.replace("x", ", "), reference);
                out.println(row);
                rows.add(row);
            }
        }
        tell(target, facts, rows);
        Folders.delete(data);
        return 0;
    }

    private static Map<String, String> environment(Sites sites) {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.put("JDK_JAVA_OPTIONS", sites.javaOptions());
        return environment;
    }

    private static Map<String, String> settings(String shift) {
        String[] numbers = shift.split("x", 2);
        return Map.of("SCAN_CONCURRENCY", numbers[0], "MAX_REQUESTS_PER_SECOND", numbers[1]);
    }

    private static String assets(Sites sites) {
        return sites.assets().stream()
                .map(name -> "('" + name.replaceAll(":.*", "") + "', 'external_web', '" + name + "', true)")
                .collect(Collectors.joining(", ", "INSERT INTO assets (asset_key, type, name, verified) VALUES ", ""));
    }

    private void tell(Path target, Map<String, String> facts, List<String> rows) throws IOException {
        String text = facts.entrySet().stream()
                        .map(fact -> "* " + fact.getKey() + ": " + fact.getValue())
                        .collect(Collectors.joining("\n", "", "\n\n"))
                + Shift.Result.HEAD
                + String.join("\n", rows)
                + "\n";
        out.println("\n" + text);
        Files.writeString(target.resolve("scans.md"), text);
    }
}
