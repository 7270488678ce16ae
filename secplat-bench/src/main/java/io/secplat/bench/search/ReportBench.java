package io.secplat.bench.search;

import io.secplat.bench.report.Machine;
import io.secplat.bench.report.Medians;
import io.secplat.contracts.document.Indices;
import io.secplat.local.store.Folders;
import io.secplat.local.store.FreePort;
import io.secplat.local.store.OpenSearchStore;
import io.secplat.search.EventHours;
import io.secplat.search.EventHours.Span;
import io.secplat.search.PeriodTally;
import io.secplat.search.opensearch.OpenSearchRecord;
import io.secplat.search.opensearch.SearchSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./secplat-bench/run reports}: what it takes to count the checks of a period. */
@Command(
        name = "reports",
        mixinStandardHelpOptions = true,
        description = "Measures the checks of a day and a week counted by hours, against a search for one document.")
public final class ReportBench implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration HOUR = EventHours.HOUR;

    @Option(
            names = "--assets",
            defaultValue = "20000",
            description = "Assets, checked every minute (${DEFAULT-VALUE}).")
    private int assets;

    @Option(names = "--days", defaultValue = "7", description = "Days of the longest period (${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--full-hours",
            defaultValue = "3",
            description = "Hours with all events, 2 or more (${DEFAULT-VALUE}).")
    private int fullHours;

    @Option(
            names = "--rounds",
            defaultValue = "7",
            description = "Rounds, of which the middle counts (${DEFAULT-VALUE}).")
    private int rounds;

    private final Path root;
    private final PrintStream out;

    public ReportBench(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data =
                Files.createTempDirectory(Files.createDirectories(root.resolve("secplat-bench/target")), "reports-");
        Machine.facts().forEach((name, value) -> out.println("* " + name + ": " + value));
        OpenSearchStore store = OpenSearchStore.start(data, FreePort.find());
        Runtime.getRuntime().addShutdownHook(new Thread(store::kill, "stop-opensearch"));
        store.awaitReady(PATIENCE);
        URI search = URI.create(store.url());
        SearchSettings settings =
                new SearchSettings(search, Indices.EVENTS, Indices.ASSETS, Indices.STATUS, Indices.HOURS);
        try (OpenSearchRecord record = new OpenSearchRecord(settings, Clock.systemUTC())) {
            measure(record, new Past(search, assets));
        }
        store.kill();
        Folders.delete(data);
        return 0;
    }

    private void measure(OpenSearchRecord record, Past past) throws IOException, InterruptedException {
        Instant running =
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS).minus(HOUR);
        Instant now = running.plus(HOUR).minusSeconds(1);
        past.begin(record, running.minus(HOUR.multipliedBy(1 + 24L * days)));
        long begun = System.nanoTime();
        for (int ago = 0; ago < fullHours; ago++) {
            past.events(running.minus(HOUR.multipliedBy(ago)));
        }
        out.printf(Locale.ROOT, "* %d events in %.0f s%n", 60L * assets * fullHours, seconds(begun));
        for (int ago = fullHours; ago <= 24 * days; ago++) {
            past.counts(running.minus(HOUR.multipliedBy(ago)));
        }
        past.settle();
        begun = System.nanoTime();
        for (int ago = 1; ago < fullHours; ago++) {
            boolean unused = record.hours().count(running.minus(HOUR.multipliedBy(ago)));
        }
        out.printf(Locale.ROOT, "* an hour is counted in %.1f s%n", seconds(begun) / (fullHours - 1));
        compare(questions(record, past, now));
    }

    private Map<String, Runnable> questions(OpenSearchRecord record, Past past, Instant now) {
        EventHours hours = record.hours();
        PeriodTally checks = new PeriodTally(hours);
        Instant allEvents = now.truncatedTo(ChronoUnit.HOURS).minus(HOUR.multipliedBy(fullHours - 1L));
        Map<String, Runnable> questions = new LinkedHashMap<>();
        questions.put("a search for one document (reference)", () -> record.events()
                .newest(past.assets().subList(0, 1), 1));
        for (int length : List.of(1, days)) {
            questions.put(
                    "the checks of " + 24 * length + " h",
                    () -> checks.tally(past.assets(), now.minus(Duration.ofDays(length)), now));
        }
        questions.put(
                "every event of " + fullHours + " h",
                () -> hours.tally(past.assets(), List.of(), List.of(new Span(allEvents, null))));
        return questions;
    }

    private void compare(Map<String, Runnable> questions) {
        Map<String, List<Double>> took = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, Runnable> question : questions.entrySet()) {
                long begun = System.nanoTime();
                question.getValue().run();
                double milliseconds = 1_000 * seconds(begun);
                if (round > 0) {
                    took.computeIfAbsent(question.getKey(), name -> new ArrayList<>())
                            .add(milliseconds);
                }
            }
        }
        List<Double> reference = took.values().iterator().next();
        took.forEach((name, values) -> out.printf(
                Locale.ROOT,
                "| %s | %.1f ms | %.0f |%n",
                name,
                Medians.of(values),
                Medians.ofRatios(values, reference)));
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
