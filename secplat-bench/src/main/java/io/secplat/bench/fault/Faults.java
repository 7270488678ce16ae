package io.secplat.bench.fault;

import io.secplat.local.store.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./secplat-bench/run faults}: one seed after another, until one breaks something or the time is up. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = "Kills APIs, workers and stores at random and checks that no job is lost, doubled or stuck.")
public final class Faults implements Callable<Integer> {

    @Option(names = "--seed", defaultValue = "1", description = "The first seed (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--seeds", defaultValue = "10", description = "How many seeds at most (${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--seconds",
            defaultValue = "600",
            description = "No new seed begins after that (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--without-stranded-pass",
            description = "Leaves out what announces jobs again that nothing asks for, so that it hides no loss.")
    private boolean withoutStrandedPass;

    private final Path root;
    private final PrintStream out;

    public Faults(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /** Runs these seeds. */
    public static Faults of(Path root, PrintStream out, long seed, int seeds, int seconds) {
        Faults faults = new Faults(root, out);
        faults.seed = seed;
        faults.seeds = seeds;
        faults.seconds = seconds;
        return faults;
    }

    /** 0 when all is well, 1 with a seed that broke something. */
    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Path target = Files.createDirectories(root.resolve("secplat-bench/target"));
        Path data = Files.createTempDirectory(target, "faults-");
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        boolean well = true;
        try (Stores stores = Stores.start(root, data)) {
            for (long next = seed; well && next < seed + seeds && System.nanoTime() < end; next++) {
                FaultRun.Verdict verdict =
                        new FaultRun(stores, target.resolve("faults.log"), next, !withoutStrandedPass).run();
                out.println(verdict.line());
                well = verdict.broken().isEmpty();
            }
        }
        Folders.delete(data);
        if (!well) {
            out.println("Again with: ./secplat-bench/run faults --seeds=1 --seed=<the seed above>");
        }
        return well ? 0 : 1;
    }
}
